"""The calendar in force, and the hours of a body."""

from datetime import datetime
from functools import lru_cache

from clocks.calendar import Day, WorkCalendar
from clocks.hours import USUAL, WorkingHours
from clocks.models import CalendarDay, CalendarRevision, Schedule
from clocks.published_years import published


def current_calendar(revision: int | None = None) -> WorkCalendar:
    """The calendar as of `revision`, by default the newest; one small query if it is cached.

    It holds the published notices, overridden by the newest value of each day in our own table.
    """
    found = CalendarRevision.objects.order_by("-pk")
    if revision is not None:
        found = found.filter(pk__lte=revision)
    return calendar_of(found.values_list("pk", "created_at").first())


def calendar_of(newest: tuple[int, datetime] | None) -> WorkCalendar:
    """The calendar of a newest revision that has been read already, with its creation time."""
    return _as_of(*newest) if newest else published()


def working_hours(schedule: Schedule | None) -> WorkingHours:
    """The hours of a body's `schedule`; without one, the usual hours."""
    return _parsed(schedule.periods if schedule else USUAL)


# The creation time is part of the key, since a new database starts numbering anew.
@lru_cache(maxsize=4)
def _as_of(revision: int, _made: datetime) -> WorkCalendar:
    plain = published()
    rows = (
        CalendarDay.objects.filter(revision__lte=revision)
        .order_by("day", "-revision_id")
        .distinct("day")
    )
    own = {row.day: Day(row.working, row.name_zh, row.name_en) for row in rows}
    completed = CalendarRevision.objects.filter(pk__lte=revision).values_list("year", flat=True)
    return WorkCalendar(
        days={**plain.days, **own},
        years=plain.years.union(year for year in completed if year),
        revision=revision,
    )


@lru_cache(maxsize=64)
def _parsed(periods: str) -> WorkingHours:
    return WorkingHours.parse(periods)
