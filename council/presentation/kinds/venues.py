"""Sentences about the calendar of a venue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from clocks.dates import moment_words
from clocks.reading_moment import PAPER
from council.presentation.kinds.members import Sentence


def _booked(parameters: Mapping[str, Any]) -> str:
    return _("The place was booked: {begins}.").format(begins=_begins(parameters))


def _moved(parameters: Mapping[str, Any]) -> str:
    return _("A booking was moved to {begins}.").format(begins=_begins(parameters))


def _cancelled(parameters: Mapping[str, Any]) -> str:
    return _("A booking was cancelled: {begins}.").format(begins=_begins(parameters))


def _begins(parameters: Mapping[str, Any]) -> str:
    return moment_words(datetime.fromisoformat(str(parameters["at"])), PAPER)


VENUES: Mapping[str, Sentence] = {
    "booked": _booked,
    "booking_moved": _moved,
    "booking_cancelled": _cancelled,
}
