"""The calendar in force as people read it: runs of holidays, and make-up working days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import get_language, pgettext

from clocks.calendar import WorkCalendar
from clocks.dates import run_words
from clocks.enums import DayKind

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DifferingDays:
    """Days one after the other that differ from the plain week in the same way."""

    first: date
    last: date
    working: bool
    name: str

    @property
    def days(self) -> str:
        """Without the year, which stands above them."""
        return run_words(self.first, self.last, self.first)


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    complete: bool
    runs: tuple[DifferingDays, ...]


def years_of(calendar: WorkCalendar, today: date) -> list[Year]:
    """This year and the next; `complete` says whether the year's notice is known."""
    return [
        Year(year, year in calendar.years, tuple(_runs(calendar, year)))
        for year in (today.year, today.year + 1)
    ]


def periods_words(hours: str) -> str:
    """`08:30–12:00, 13:30–17:30`, as it is written on a door."""
    return pgettext("between names", ", ").join(hours.replace("-", "–").split(","))


def _runs(calendar: WorkCalendar, year: int) -> Iterator[DifferingDays]:
    run: DifferingDays | None = None
    day = date(year, 1, 1)
    while day.year == year:
        found = _of(calendar, day)
        if run and found and (run.name, run.working) == (found.name, found.working):
            run = DifferingDays(run.first, day, run.working, run.name)
        else:
            if run:
                yield run
            run = found
        day += DAY
    if run:
        yield run


def _of(calendar: WorkCalendar, day: date) -> DifferingDays | None:
    reason = calendar.reason(day)
    if reason.kind not in {DayKind.HOLIDAY, DayKind.MAKE_UP}:
        return None
    english = not (get_language() or "zh").startswith("zh")
    name = reason.name_en if english and reason.name_en else reason.name_zh
    return DifferingDays(day, day, reason.kind == DayKind.MAKE_UP, name)
