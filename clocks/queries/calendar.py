"""The calendar in force, and the hours of a body."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any, cast

from chinese_calendar.constants import Holiday, holidays, workdays

from clocks.calendar import Day, WorkCalendar
from clocks.hours import USUAL, WorkingHours
from clocks.models import CalendarDay, CalendarRevision, Schedule


def current_calendar(revision: int | None = None) -> WorkCalendar:
    """The calendar as of `revision`, the newest if none is named; one small query when cached.

    Seeded from the yearly notices that `chinesecalendar` carries. On top of them the newest
    value given for a day in our own table counts.
    """
    found = CalendarRevision.objects.order_by("-pk")
    if revision is not None:
        found = found.filter(pk__lte=revision)
    newest = found.values_list("pk", "created_at").first()
    return _as_of(*newest) if newest else _seed()


def working_hours(schedule: Schedule | None) -> WorkingHours:
    """The hours of a body, the usual ones where it has none of its own."""
    return _parsed(schedule.periods if schedule else USUAL)


# The moment it was made is part of the key: numbers start again when a database is made anew.
@lru_cache(maxsize=4)
def _as_of(revision: int, _made: datetime) -> WorkCalendar:
    seed = _seed()
    rows = (
        CalendarDay.objects.filter(revision__lte=revision)
        .order_by("day", "-revision_id")
        .distinct("day")
    )
    own = {row.day: Day(row.working, row.name_zh, row.name_en) for row in rows}
    completed = CalendarRevision.objects.filter(pk__lte=revision).values_list("year", flat=True)
    return WorkCalendar(
        days={**seed.days, **own},
        years=seed.years.union(year for year in completed if year),
        revision=revision,
    )


_parsed = lru_cache(maxsize=64)(WorkingHours.parse)

# The package shortens these; people know them by their full names.
FULL_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}
CHINESE_NAMES: dict[str, str] = {member.value: member.chinese for member in cast("Any", Holiday)}


@lru_cache(maxsize=1)
def _seed() -> WorkCalendar:
    days: dict[date, Day] = {}
    for working, table in ((False, holidays), (True, workdays)):
        for day, name in table.items():
            chinese = CHINESE_NAMES[name]
            days[day] = Day(working, FULL_NAMES.get(chinese, chinese), name)
    years = range(min(holidays).year, max(holidays).year + 1)
    return WorkCalendar(days=days, years=frozenset(years))
