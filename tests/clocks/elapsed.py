"""How much working time lies between two moments: what `due` adds, measured another way."""

from datetime import datetime, timedelta

from clocks.calendar import WorkCalendar
from clocks.hours import WorkingHours
from clocks.spans import days_from, in_shanghai


def working_time(
    start: datetime, end: datetime, *, calendar: WorkCalendar, hours: WorkingHours
) -> timedelta:
    """Working time from `start` to `end`, nothing if `end` is earlier; both aware.

    What `due` adds, this measures: the working time up to what is due is the span itself.
    """
    start, end = in_shanghai(start), in_shanghai(end)
    total = timedelta()
    for day in days_from(start.date()):
        if day > end.date():
            return total
        if calendar.is_working(day):
            for opens, closes in hours.on(day):
                total += max(min(closes, end) - max(opens, start), timedelta())
    raise AssertionError("the days do not end")
