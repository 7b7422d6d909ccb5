"""Sentences about sittings before they run, and about talks on the spot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clocks.dates import date_words, moment_words
from clocks.reading_moment import PAPER
from council.presentation.kinds.members import Sentence


def _called(parameters: Mapping[str, Any]) -> str:
    count = int(parameters["items"])
    sentence = ngettext(
        "The sitting was called for {at}, with {count} item.",
        "The sitting was called for {at}, with {count} items.",
        count,
    ).format(at=_at(parameters), count=count)
    if parameters.get("short"):
        return sentence + _(" At shorter notice than usual, with a reason.")
    return sentence


def _moved(parameters: Mapping[str, Any]) -> str:
    return _("The sitting was moved: {at}. Everybody was told again.").format(at=_at(parameters))


def _invited(parameters: Mapping[str, Any]) -> str:
    count = int(parameters["people"])
    return ngettext("{count} guest was invited.", "{count} guests were invited.", count).format(
        count=count
    )


# Which matter it was is never said: it may cease to be public. Older entries named it.
def _item_later(parameters: Mapping[str, Any]) -> str:
    return _("An item was put off until {day}.").format(day=_until(parameters))


def _proposal_later(parameters: Mapping[str, Any]) -> str:
    sentence = _("A matter shall not be proposed before {day} is over.")
    return sentence.format(day=_until(parameters))


def _at(parameters: Mapping[str, Any]) -> str:
    return moment_words(datetime.fromisoformat(str(parameters["at"])), PAPER)


def _until(parameters: Mapping[str, Any]) -> str:
    return date_words(date.fromisoformat(str(parameters["until"])), PAPER)


SITTINGS: Mapping[str, Sentence] = {
    "sitting_convened": gettext_lazy("A sitting was planned."),
    "sitting_changed": gettext_lazy("The plan of the sitting was changed."),
    "sitting_called": _called,
    "sitting_moved": _moved,
    "sitting_recalled": gettext_lazy("The call was taken back. Everybody was told."),
    "sitting_cancelled": gettext_lazy("The sitting was cancelled. Everybody was told."),
    "sitting_invited": _invited,
    "item_put_on": gettext_lazy("An item was put on the agenda."),
    "item_taken_off": gettext_lazy("An item was taken off the agenda."),
    "item_postponed": _item_later,
    "agenda_ordered": gettext_lazy("The agenda was put in another order."),
    "proposal_put_off": _proposal_later,
    "talk_written": gettext_lazy("A talk on the spot was written down."),
}
