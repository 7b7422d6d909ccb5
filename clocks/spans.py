"""Compute when a span ends.

Natural hours run day and night. Working hours run only within the periods of working days; a span
that ends exactly with a period is due then, not at the start of the next period. A span of n
working days ends with the last period of the n-th working day after the day on which it starts.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from clocks.calendar import WorkCalendar, in_plain_week
from clocks.enums import SpanKind
from clocks.hours import SHANGHAI, WorkingHours
from clocks.sums import NamedDay, Span, Sum, from_basis

__all__ = ["Span", "Sum", "days_from", "due", "from_basis", "in_shanghai"]


def due(start: datetime, span: Span, *, calendar: WorkCalendar, hours: WorkingHours) -> Sum:
    """The sum of `start` and `span`. Raises ValueError if `start` has no time zone."""
    local = in_shanghai(start)
    if span.kind == SpanKind.HOURS:
        return Sum(local, _after(local, _length(span)), span, hours, revision=calendar.revision)
    if span.kind == SpanKind.WORKING_HOURS:
        first = local.date()
        end = _working_hours_end(local, _length(span), calendar, hours)
    else:
        first = local.date() + timedelta(days=1)
        end = _working_days_end(first, span.amount, calendar, hours)
    on_the_way = list(_between(first, end.date()))
    return Sum(
        start=local,
        due=end,
        span=span,
        hours=hours,
        skipped=tuple(
            NamedDay(day, calendar.reason(day))
            for day in on_the_way
            if not calendar.is_working(day)
        ),
        made_up=_made_up(local, on_the_way, calendar, hours),
        unpublished=calendar.uncovered(first, end.date()),
        revision=calendar.revision,
    )


def in_shanghai(moment: datetime) -> datetime:
    """The moment in Asia/Shanghai; ValueError if it has no time zone."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError("a moment without a time zone could be any of 24")
    return moment.astimezone(SHANGHAI)


def days_from(day: date) -> Iterator[date]:
    """`day` and all that follow."""
    while True:
        yield day
        day += timedelta(days=1)


def _length(span: Span) -> timedelta:
    return timedelta(hours=span.amount, minutes=span.minutes)


def _after(moment: datetime, length: timedelta) -> datetime:
    # Added in UTC: wall-clock sums would be an hour off where a zone changes its offset.
    return (moment.astimezone(UTC) + length).astimezone(SHANGHAI)


def _between(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _working_hours_end(
    start: datetime, left: timedelta, calendar: WorkCalendar, hours: WorkingHours
) -> datetime:
    for day in filter(calendar.is_working, days_from(start.date())):
        for opens, closes in hours.on(day):
            begins = max(opens, start)
            if begins + left <= closes:
                return begins + left
            left -= max(closes - begins, timedelta())
    raise AssertionError("the days do not end")


def _working_days_end(
    first: date, amount: int, calendar: WorkCalendar, hours: WorkingHours
) -> datetime:
    for day in filter(calendar.is_working, days_from(first)):
        amount -= 1
        if amount == 0:
            return datetime.combine(day, hours.close, SHANGHAI)
    raise AssertionError("the days do not end")


def _made_up(
    start: datetime, days: list[date], calendar: WorkCalendar, hours: WorkingHours
) -> tuple[NamedDay, ...]:
    """Make-up days among `days`; not the first if its hours were over at `start`."""
    return tuple(
        NamedDay(day, calendar.reason(day))
        for day in days
        if not in_plain_week(day)
        and calendar.is_working(day)
        and start < datetime.combine(day, hours.close, SHANGHAI)
    )
