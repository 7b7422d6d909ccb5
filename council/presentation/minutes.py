"""The minutes of a sitting as their page draws them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.words import when_words
from council.acts.minutes import MINUTES_ACTS
from council.addresses import address_of_meeting
from council.enums.meetings import MeetingState
from council.enums.minutes import MinutesAct
from council.minutes.difference import difference
from council.minutes.sections import Section
from council.models import MinutesVersion, Sheet
from council.presentation.minutes_paper import (
    Names,
    readable,
    readable_sections,
    receipt_of,
    signed_by,
    version_words,
)
from council.queries.minutes import Minutes, sections_of

SENTENCES: Mapping[str, Promise] = {
    MeetingState.CLOSED: gettext_lazy(
        "They were drafted from what happened at the table. Chair or recorder correct and "
        "finish them."
    ),
    MeetingState.MINUTED: gettext_lazy("They are written. Chair and recorder sign them next."),
    MeetingState.SIGNED: gettext_lazy("They are signed. Publishing them comes next."),
    MeetingState.PUBLISHED: gettext_lazy("Signed and published."),
}


def minutes_context(minutes: Minutes, number: int | None) -> dict[str, Any]:
    """`number`: an earlier version that was asked for; what is shown is then no paper to print."""
    asked = minutes.version_numbered(number) if number else None
    shown = asked or minutes.main
    names = Names(minutes.names)
    return {
        "minutes": minutes,
        "meeting": minutes.meeting,
        "sitting_url": address_of_meeting(minutes.meeting),
        "sentence": _sentence(minutes),
        "buttons": _buttons(minutes),
        "version": shown,
        "is_asked_for": asked is not None,
        "version_words": version_words(shown) if shown else "",
        "sections": readable_sections(shown, names) if shown else [],
        "changes": _changes(minutes, asked, names) if asked else [],
        "signatures": signed_by(shown, minutes.meeting, names) if shown else [],
        "digest": minutes.digest_of(shown) if shown else "",
        "receipt": receipt_of(minutes.meeting, shown) if shown else "",
        "text_url": f"{reverse('council:minutes_text', args=[minutes.meeting.uid])}?version="
        f"{shown.number}"
        if shown
        else "",
        "addenda": [_addendum(one, minutes, names) for one in minutes.addenda],
        "versions": _versions(minutes, shown) if minutes.reads_all else [],
        "sheets": [_sheet(one, minutes) for one in minutes.sheets],
        "pdf_url": _pdf(minutes),
        "pdf_is_coming": _pdf_is_coming(minutes),
    }


def _sentence(minutes: Minutes) -> str:
    if not minutes.versions:
        return _("There are no minutes yet.")
    return str(SENTENCES.get(minutes.facts.state, ""))


def _buttons(minutes: Minutes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for act, row in MINUTES_ACTS.items():
        if minutes.offers(act):
            found.append(
                {
                    "url": url_of_act(minutes, act),
                    "label": row.label,
                    "icon": row.icon,
                    "is_next": row.is_next and not any(one["is_next"] for one in found),
                }
            )
    return found


def url_of_act(minutes: Minutes, act: MinutesAct) -> str:
    if act == MinutesAct.SIGN:
        return reverse("council:sign_minutes", args=[minutes.meeting.uid])
    return reverse("council:minutes_act", args=[minutes.meeting.uid, act.value])


def _changes(minutes: Minutes, asked: MinutesVersion, names: Names) -> list[dict[str, Any]]:
    """What this version changed in the one before it, by section."""
    before = minutes.version_numbered(asked.number - 1)
    if before is None or before.corrects_id != asked.corrects_id:
        return []
    old = {section.key: section for section in sections_of(before)}
    found = []
    for section in sections_of(asked):
        was = old.get(section.key, Section(key=section.key, title=section.title))
        if was.words != section.words:
            now = readable(section, names)
            pieces = difference(readable(was, names).words, now.words)
            found.append({"title": now.title or _("The sitting"), "pieces": pieces})
    return found


def _addendum(version: MinutesVersion, minutes: Minutes, names: Names) -> dict[str, Any]:
    return {
        "version": version,
        "sections": readable_sections(version, names),
        "signatures": signed_by(version, minutes.meeting, names),
        "digest": minutes.digest_of(version),
        "when": when_words(version.at, minutes.now),
    }


def _versions(minutes: Minutes, shown: MinutesVersion | None) -> list[dict[str, Any]]:
    unknown = _("a former member")
    return [
        {
            "number": version.number,
            "words": version_words(version),
            "is_addendum": version.corrects_id is not None,
            "when": when_words(version.at, minutes.now),
            "who": _("drafted from the log")
            if version.by is None
            else (unknown if version.by.erased_at else str(version.by)),
            "is_shown": version == shown,
        }
        for version in reversed(minutes.versions)
    ]


def _sheet(sheet: Sheet, minutes: Minutes) -> dict[str, Any]:
    uid = minutes.meeting.uid
    return {
        "kind": sheet.get_kind_display(),
        "signed": sheet.signed,
        "when": when_words(sheet.at, minutes.now),
        "url": reverse("council:sheet", args=[uid, sheet.token, "picture"]),
        "thumb": reverse("council:sheet", args=[uid, sheet.token, "thumb"]),
        "width": sheet.width,
        "height": sheet.height,
    }


def _pdf(minutes: Minutes) -> str:
    paper = minutes.paper
    ready = paper is not None and paper.is_ready and bool(paper.file)
    return reverse("council:minutes_pdf", args=[minutes.meeting.uid]) if ready else ""


def _pdf_is_coming(minutes: Minutes) -> bool:
    paper = minutes.paper
    return paper is not None and not paper.is_ready
