"""Times that may be booked, and the next one that is free."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from clocks.hours import SHANGHAI
from council.order.bookings import from_now_on, next_free, problem_of

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=SHANGHAI)


def at(clock: str, *, day: int = 17) -> datetime:
    if clock == "24:00":
        return at("00:00", day=day + 1)
    return datetime.fromisoformat(f"2026-11-{day:02}T{clock}:00").replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("begins", "ends", "field"),
    [
        (at("19:00"), at("21:00"), None),
        (at("10:00"), at("18:00"), None),
        (at("20:00"), at("24:00"), None),
        (NOW, NOW + timedelta(hours=1), None),
        (NOW - timedelta(minutes=15), NOW + timedelta(hours=1), None),
        (at("21:00"), at("19:00"), "ends"),
        (at("19:00"), at("19:00"), "ends"),
        (at("10:00"), at("18:01"), "ends"),
        (at("23:00"), at("01:00", day=18), "ends"),
        (NOW - timedelta(minutes=16), NOW + timedelta(hours=1), "begins"),
        (at("19:00", day=15), at("21:00", day=15), "begins"),
        (NOW + timedelta(days=367), NOW + timedelta(days=367, hours=1), "day"),
    ],
)
def test_a_booking_lies_ahead_on_one_day_and_lasts_eight_hours_at_most(
    begins: datetime, ends: datetime, field: str | None
) -> None:
    problem = problem_of(begins, ends, now=NOW)
    assert (problem and problem[0]) == field


@pytest.mark.parametrize(
    ("taken", "wanted", "free"),
    [
        ([], ("09:00", "11:00"), "09:00"),
        ([("09:00", "10:00")], ("09:30", "11:00"), "10:00"),
        ([("10:00", "11:00")], ("08:00", "10:00"), "08:00"),
        ([("09:00", "10:00"), ("11:00", "12:00")], ("09:00", "11:00"), "12:00"),
        ([("11:00", "12:00"), ("09:00", "10:00")], ("09:00", "10:00"), "10:00"),
        ([("09:00", "23:00")], ("09:00", "11:00"), None),
        ([("09:00", "22:00")], ("09:00", "11:00"), "22:00"),
    ],
)
def test_the_next_free_time_is_as_long_and_on_the_same_day(
    taken: list[tuple[str, str]], wanted: tuple[str, str], free: str | None
) -> None:
    begins, ends = (at(clock) for clock in wanted)
    found = next_free([(at(a), at(b)) for a, b in taken], begins=begins, ends=ends)
    assert found == (at(free) if free else None)


@pytest.mark.parametrize(
    ("now", "minutes", "ends"),
    [
        (at("09:00"), 30, at("09:30")),
        (at("23:00"), 60, at("24:00")),
        (at("23:04"), 60, at("24:00")),
        (at("23:59"), 30, at("24:00")),
        (at("00:00"), 30, at("00:30")),
    ],
)
def test_a_talk_begun_late_in_the_evening_has_the_place_until_midnight(
    now: datetime, minutes: int, ends: datetime
) -> None:
    assert from_now_on(now + timedelta(seconds=30), minutes=minutes) == (now, ends)
    assert problem_of(now, ends, now=now) is None
