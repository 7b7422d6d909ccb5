"""What was done so far, a line each, newest first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from issues.presentation.kinds import RESOLVED, TALKS
from issues.presentation.pictures import pictures
from issues.presentation.reader import Reader
from issues.queries.desk_case import CasePage
from issues.queries.said import Said

LABELS: Mapping[str, str | Promise] = {
    "response": gettext_lazy("Answer to the resident"),
    "addition": gettext_lazy("Added later"),
    "finding": gettext_lazy("Found on the spot"),
    "note": gettext_lazy("Note for colleagues"),
    "result": gettext_lazy("Result reported"),
}
ICONS: Mapping[str, str] = {
    "response": "message-circle",
    "addition": "message-circle-plus",
    "finding": "clipboard-list",
    "note": "lock",
    "talk": "messages-square",
    "result": "circle-check-big",
    "call": "phone-call",
    "word": "star",
}


def past_of(
    case: CasePage,
    reader: Reader,
    *,
    when: Callable[[datetime], str],
    without: Collection[str] = (),
) -> list[dict[str, Any]]:
    """`when` puts a moment into words: “today” will do on a screen, but not on paper."""
    told = [
        past
        for past in reversed(case.history)
        if past.kind not in without and _is_for(reader, past)
    ]
    return [_line(case, past, reader, when) for past in told]


def _is_for(reader: Reader, past: Said) -> bool:
    """Whoever only raised it reads no notes or calls of the staff, and no neighbour's addition."""
    match past.kind:
        case "note":
            return reader.colleague
        case "call":
            return reader.works
        case "addition":
            return reader.works or past.by_id == reader.user_id
    return reader.inside


def _line(
    case: CasePage, past: Said, reader: Reader, when: Callable[[datetime], str]
) -> dict[str, Any]:
    return {
        "label": _label(past),
        "icon": ICONS[past.kind],
        "when": when(past.at),
        "who": past.done_by,
        "text": past.text,
        "agreed": past.agreed,
        "photos": pictures(_photos(case, past), reader, own=reader.own),
    }


def _label(past: Said) -> str:
    match past.kind:
        case "talk":
            kind = str(TALKS.get(past.about, past.about))
            return ngettext("{kind}, {count} person", "{kind}, {count} people", past.heads).format(
                kind=kind, count=past.heads
            )
        case "call":
            return _("Call {attempt}").format(attempt=past.heads)
        case "word":
            said = str(RESOLVED.get(past.about, past.about))
            return _("The resident's word: {said}").format(said=said)
    return str(LABELS[past.kind])


def _photos(case: CasePage, past: Said) -> list[Any]:
    owner = {"finding": "finding_id", "result": "outcome_id", "addition": "addition_id"}
    name = owner.get(past.kind)
    if name is None:
        return []
    return [photo for photo in case.photos if getattr(photo, name) == past.pk]
