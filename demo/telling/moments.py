"""When the steps of a story happen, in Asia/Shanghai; offices act in office hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from random import Random

from clocks.hours import SHANGHAI, USUAL, WorkingHours
from clocks.queries.calendar import current_calendar

HOURS = WorkingHours.parse(USUAL)
DAY = timedelta(days=1)
# The moment of a step, from that of the step before and the story's random numbers.
After = Callable[[datetime, Random], datetime]


def work(least: int, most: int | None = None) -> After:
    """Between `least` and `most` working minutes later."""

    def later(start: datetime, dice: Random) -> datetime:
        return work_after(start, dice.randint(least, most or least))

    return later


def minutes(least: int, most: int | None = None) -> After:
    """Between `least` and `most` minutes later, at any hour."""
    return lambda start, dice: start + timedelta(minutes=dice.randint(least, most or least))


def on(days: int, at: str) -> After:
    """On the `days`-th working day after, at a time such as 10:15."""

    def later(start: datetime, dice: Random) -> datetime:
        day = start.astimezone(SHANGHAI).date()
        left = days
        while left:
            day += DAY
            left -= current_calendar().is_working(day)
        moment = datetime.combine(day, time.fromisoformat(at), SHANGHAI)
        return max(moment, start + timedelta(minutes=1)) + _scatter(dice)

    return later


def by_calendar(days: int, at: str) -> After:
    """After `days` days, holidays included, at a time such as 19:30."""

    def later(start: datetime, dice: Random) -> datetime:
        day = start.astimezone(SHANGHAI).date() + timedelta(days=days)
        moment = datetime.combine(day, time.fromisoformat(at), SHANGHAI)
        return max(moment, start + timedelta(minutes=1)) + _scatter(dice)

    return later


def _scatter(dice: Random) -> timedelta:
    return timedelta(minutes=dice.randint(0, 9), seconds=dice.randint(0, 59))


def work_after(start: datetime, amount: int) -> datetime:
    """The moment when `amount` working minutes have passed since `start`."""
    left, day = timedelta(minutes=amount), start.astimezone(SHANGHAI).date()
    while True:
        for begins, ends in _periods(day):
            begins = max(begins, start)  # noqa: PLW2901
            if begins >= ends:
                continue
            if left < ends - begins:
                return begins + left
            left -= ends - begins
        day += DAY


def work_before(end: datetime, amount: int) -> datetime:
    """The moment from which `amount` working minutes pass until `end`."""
    left, day = timedelta(minutes=amount), end.astimezone(SHANGHAI).date()
    while True:
        for begins, ends in reversed(_periods(day)):
            ends = min(ends, end)  # noqa: PLW2901
            if begins >= ends:
                continue
            if left < ends - begins:
                return ends - left
            left -= ends - begins
        day -= DAY


def _periods(day: object) -> list[tuple[datetime, datetime]]:
    return HOURS.on(day) if current_calendar().is_working(day) else []  # type: ignore[arg-type]
