"""The working calendar: a plain week, and the days that differ from it.

In the plain week Monday to Friday are working days. Each year a notice of the State Council sets
the public holidays and the make-up working days 调休. A year whose notice is not known is not
covered: whatever is computed in it is provisional.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from clocks.enums import DayKind
from clocks.hours import WorkingHours

__all__ = ["Day", "DayReason", "WorkCalendar", "WorkingHours", "in_plain_week"]

SATURDAY = 5

# Holidays on fixed dates, by law (全国年节及纪念日放假办法, as of 2025). They are known even before
# the year's notice, which adds the days around them.
FIXED_SINCE = 2025


@dataclass(frozen=True, slots=True)
class Day:
    """A day that differs from the plain week; the names are those of its holiday."""

    working: bool
    name_zh: str = ""
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class DayReason:
    """Why a day is a working day or not; the names are empty on plain days."""

    kind: DayKind
    name_zh: str = ""
    name_en: str = ""


NEW_YEAR = Day(working=False, name_zh="元旦", name_en="New Year's Day")
LABOUR = Day(working=False, name_zh="劳动节", name_en="Labour Day")
NATIONAL = Day(working=False, name_zh="国庆节", name_en="National Day")
FIXED = {
    (1, 1): NEW_YEAR,
    **{(5, day): LABOUR for day in (1, 2)},
    **{(10, day): NATIONAL for day in (1, 2, 3)},
}


def in_plain_week(day: date) -> bool:
    """True from Monday to Friday."""
    return day.weekday() < SATURDAY


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are working days; `years` are those whose notice is known.

    `revision` is the number of the newest change that it contains, 0 if there is none.
    """

    days: Mapping[date, Day] = field(default_factory=dict)
    years: frozenset[int] = frozenset()
    revision: int = 0

    def is_working(self, day: date) -> bool:
        known = self._known(day)
        return in_plain_week(day) if known is None else known.working

    def reason(self, day: date) -> DayReason:
        known = self._known(day)
        if known is None or (known.working == in_plain_week(day) and not known.name_zh):
            return DayReason(DayKind.WORKING if in_plain_week(day) else DayKind.WEEKEND)
        if not known.working:
            return DayReason(DayKind.HOLIDAY, known.name_zh, known.name_en)
        kind = DayKind.WORKING if in_plain_week(day) else DayKind.MAKE_UP
        return DayReason(kind, known.name_zh, known.name_en)

    def covers(self, day: date) -> bool:
        """True if the notice of the day's year is known."""
        return day.year in self.years

    def uncovered(self, first: date, last: date) -> tuple[int, ...]:
        """Years from `first` to `last`, inclusive, whose notice is not known."""
        return tuple(y for y in range(first.year, last.year + 1) if y not in self.years)

    def _known(self, day: date) -> Day | None:
        known = self.days.get(day)
        if known is None and day.year >= FIXED_SINCE and not self.covers(day):
            return FIXED.get((day.month, day.day))
        return known
