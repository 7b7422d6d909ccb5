"""The minutes of a sitting as their page draws them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from clocks.words import when_words
from council.acts.minutes import MINUTES_ACTS
from council.addresses import address_of_meeting
from council.enums.meetings import MeetingState
from council.enums.minutes import MinutesAct
from council.minutes.difference import difference
from council.minutes.masking import HiddenItems, masked
from council.minutes.sections import Section, said_in
from council.models import MinutesVersion, Sheet
from council.paper.document import SignedBy
from council.presentation.buttons import Button, buttons_of
from council.presentation.minutes_paper import (
    Names,
    in_language_of_the_house,
    kept_back,
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
    return {
        "minutes": minutes,
        "meeting": minutes.meeting,
        "sitting_url": address_of_meeting(minutes.meeting),
        "sentence": _sentence(minutes),
        "buttons": _buttons(minutes),
        "version": shown,
        "is_asked_for": asked is not None,
        **(_record(minutes, shown, asked) if shown else {}),
        "versions": _versions(minutes, shown) if minutes.reads_all else [],
        "sheets": [_sheet(one, minutes) for one in minutes.sheets],
        "pdf_url": _pdf(minutes),
        "pdf_is_coming": _pdf_is_coming(minutes),
        "in_house_language": get_language() == settings.LANGUAGE_CODE,
    }


def _record(
    minutes: Minutes, version: MinutesVersion, asked: MinutesVersion | None
) -> dict[str, Any]:
    """What was written and signed, and how it can be checked."""
    with in_language_of_the_house():
        names = Names(minutes.names)
        addenda = minutes.addenda
        found: dict[str, Any] = {
            # Part of what is written, in whose language it stands.
            "council_name": str(minutes.meeting.council.name),
            "version_words": version_words(version),
            "sections": readable_sections(version, names, minutes.hidden),
            "changes": _changes(minutes, asked, names) if asked else [],
            "signatures": signed_by(version, minutes.meeting, names),
            "not_signed": _("not signed yet"),
            "addenda": [_addendum(one, minutes, names) for one in addenda],
            "kept_back": [
                section
                for one in (version, *addenda)
                for section in kept_back(one, names, minutes.hidden)
            ]
            if minutes.keeps
            else [],
        }
    for told, addendum in zip(found["addenda"], addenda, strict=True):
        # Beside the record, so in the reader's language.
        signing = minutes.sheets_that_sign(addendum)
        told["sheets"] = [_sheet(one, minutes) for one in signing]
    query = f"?version={version.number}"
    texts = {"text_url": "council:minutes_text", "openings_url": "council:minutes_openings"}
    return {
        **found,
        "something_is_hidden": bool(minutes.hidden.keys),
        "digest": minutes.digest_of(version),
        "receipt": receipt_of(minutes.meeting, version),
        **{
            name: reverse(address, args=[minutes.meeting.uid]) + query
            for name, address in texts.items()
            if minutes.gives_text_of(version)
        },
    }


def openings_of(version: MinutesVersion, minutes: Minutes) -> list[dict[str, Any]]:
    """Each section that the reader is shown in full, with the salt that proves it was signed."""
    with in_language_of_the_house():
        names = Names(minutes.names)
        hidden = HiddenItems() if minutes.keeps else minutes.hidden
        held_back = {section.key for section in kept_back(version, names, hidden)}
    return [
        {"salt": section.salt, "section": said_in(section)}
        for section in sections_of(version)
        if section.key not in held_back
    ]


def _sentence(minutes: Minutes) -> str:
    if not minutes.versions:
        return _("There are no minutes yet.")
    if minutes.reads_all and minutes.facts.is_addendum and minutes.facts.waits_for_signatures:
        return _(
            "What was signed stays. An addendum waits for chair and recorder: they sign it by "
            "code, or on paper with a photo of the sheet filed here."
        )
    if minutes.reads_all and (last := _last_to_sign(minutes)):
        said = _("They are written and signed once. {role} {name} signs next.")
        return said.format(role=last.role, name=last.name)
    return str(SENTENCES.get(minutes.facts.state, ""))


def _last_to_sign(minutes: Minutes) -> SignedBy | None:
    """Whose signature is missing, once the other one is there."""
    if not minutes.facts.waits_for_signatures:
        return None
    lines = signed_by(minutes.versions[-1], minutes.meeting, Names(minutes.names))
    missing = [line for line in lines if not line.how]
    return missing[0] if len(missing) == 1 < len(lines) else None


def _buttons(minutes: Minutes) -> list[Button]:
    return buttons_of(MINUTES_ACTS, minutes.offers, partial(url_of_act, minutes))


def url_of_act(minutes: Minutes, act: MinutesAct) -> str:
    if act == MinutesAct.SIGN:
        return reverse("council:sign_minutes", args=[minutes.meeting.uid])
    return reverse("council:minutes_act", args=[minutes.meeting.uid, act.value])


def _changes(minutes: Minutes, asked: MinutesVersion, names: Names) -> list[dict[str, Any]]:
    """What this version changed in the one before it, by section."""
    earlier = minutes.version_numbered(asked.number - 1)
    if earlier is None or earlier.corrects_id != asked.corrects_id:
        return []
    old = {section.key: section for section in sections_of(earlier)}
    found = []
    for section in sections_of(asked):
        was = old.get(section.key, Section(key=section.key, title=section.title))
        if was.words != section.words:
            before, after = (_shown(one, names, minutes.hidden) for one in (was, section))
            if after is not None:
                pieces = difference(before.words if before else "", after.words)
                found.append({"title": after.title or _("The sitting"), "pieces": pieces})
    return found


def _shown(section: Section, names: Names, hidden: HiddenItems) -> Section | None:
    return next(iter(masked([section.reworded(names.shown)], hidden)), None)


def _addendum(version: MinutesVersion, minutes: Minutes, names: Names) -> dict[str, Any]:
    return {
        "version": version,
        "sections": readable_sections(version, names, minutes.hidden),
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
    ready = minutes.paper_is_ready and minutes.paper is not None and bool(minutes.paper.file)
    return reverse("council:minutes_pdf", args=[minutes.meeting.uid]) if ready else ""


def _pdf_is_coming(minutes: Minutes) -> bool:
    return minutes.paper is not None and not minutes.paper_is_ready
