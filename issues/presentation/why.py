"""“Why then?” for any clock of an issue."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from clocks.explain import explain
from clocks.sums import Span, from_basis, is_sum
from issues.models import Deadline


def why_of(clock: Deadline, now: datetime) -> list[str]:
    """Sentences about the sum behind a clock, or about who gave the date."""
    if is_sum(clock.basis):
        return explain(clock.basis, now)
    match clock.basis.get("kind"):
        case "outside":
            return [_("The hotline that sent the matter here set this date; it comes first.")]
        case "promise":
            return [_("This is the date that the body itself has promised.")]
        case "postponed":
            return [_("The council has put the talk off until this date.")]
        case "lead":
            return [_("Whoever helps has the same time as the body that leads.")]
    return []


def span_of(clock: Deadline | None) -> Span | None:
    """The length behind a clock; None if a date was given instead."""
    if clock is None or not is_sum(clock.basis):
        return None
    return from_basis(clock.basis).span
