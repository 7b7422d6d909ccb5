"""Sentences about candidacies and terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.dates import date_words, moment_words
from clocks.reading_moment import PAPER
from council.enums.members import SeatKind

Sentence = str | Promise | Callable[[Mapping[str, Any]], str]


def _kind(parameters: Mapping[str, Any]) -> str:
    kind = str(parameters.get("kind", ""))
    return str(SeatKind(kind).label) if kind in SeatKind.values else kind


def _recommended(parameters: Mapping[str, Any]) -> str:
    return _("Somebody was recommended: {kind}.").format(kind=_kind(parameters))


def _posted(parameters: Mapping[str, Any]) -> str:
    until = moment_words(datetime.fromisoformat(str(parameters["until"])), PAPER)
    return _("A name was posted until {until}.").format(until=until)


def _confirmed(parameters: Mapping[str, Any]) -> str:
    day = date_words(date.fromisoformat(str(parameters["met_on"])), PAPER)
    return _("The party committee met on {day} and confirmed somebody.").format(day=day)


def _appointed(parameters: Mapping[str, Any]) -> str:
    return _("Somebody was appointed: {kind}, {first} to {last}.").format(
        kind=_kind(parameters),
        first=_day(parameters, "from"),
        last=_day(parameters, "to"),
    )


def _renewed(parameters: Mapping[str, Any]) -> str:
    return _("A term was renewed: {kind}, {first} to {last}.").format(
        kind=_kind(parameters),
        first=_day(parameters, "from"),
        last=_day(parameters, "to"),
    )


def _day(parameters: Mapping[str, Any], name: str) -> str:
    day = date.fromisoformat(str(parameters[name]))
    return date_words(day, PAPER)


MEMBERS: Mapping[str, Sentence] = {
    "recommended": _recommended,
    "seconded": gettext_lazy("A neighbour seconded a recommendation."),
    "consented": gettext_lazy("Somebody who was recommended agreed to stand."),
    "checked": gettext_lazy("The community checked a candidacy."),
    "posted": _posted,
    "objected": gettext_lazy("A neighbour objected."),
    "objection_answered": gettext_lazy("An objection was answered."),
    "confirmed": _confirmed,
    "appointed": _appointed,
    "refused": gettext_lazy("A candidacy was refused."),
    "withdrawn": gettext_lazy("A candidacy was taken back."),
    "renewed": _renewed,
    "resigned": gettext_lazy("A member resigned."),
    "recalled": gettext_lazy("A member was recalled."),
    "excused": gettext_lazy("A member asked leave."),
}
