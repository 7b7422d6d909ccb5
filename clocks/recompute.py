"""Recompute a promised time after the calendar has changed."""

from dataclasses import replace
from typing import Any

from clocks.calendar import WorkCalendar
from clocks.enums import SpanKind
from clocks.hours import WorkingHours
from clocks.spans import due
from clocks.sums import Sum, from_basis, is_sum


def recompute(
    basis: dict[str, Any], calendar: WorkCalendar, hours: WorkingHours | None = None
) -> Sum:
    """The sum of `basis` computed with `calendar`, but never due earlier than was promised.

    `hours` default to those of the promise. If `calendar` gives an earlier time, the promised
    time stays and `computed` keeps the earlier one for the explanation.
    """
    promised = from_basis(basis)
    hours = hours or promised.hours
    fresh = due(promised.start, promised.span, calendar=calendar, hours=hours)
    if fresh.due >= promised.due:
        return fresh
    return replace(fresh, due=promised.due, computed=fresh.due)


def is_outdated(basis: dict[str, Any], calendar: WorkCalendar) -> bool:
    """True if `calendar` knows about days that were unknown when the promise was made."""
    if not is_sum(basis) or basis["kind"] == SpanKind.HOURS:
        return False
    learned = calendar.years.intersection(basis["unpublished"])
    return bool(learned) or basis["revision"] < calendar.revision
