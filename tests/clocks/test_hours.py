from datetime import date, time

import pytest

from clocks.hours import HoursError, WorkingHours
from tests.clocks.factories import HOURS, moment


def test_periods_are_read_and_written_alike() -> None:
    assert HOURS.periods == ((time(8, 30), time(12)), (time(13, 30), time(17, 30)))
    assert str(HOURS) == "08:30-12:00,13:30-17:30"
    assert HOURS.close == time(17, 30)


@pytest.mark.parametrize(
    "text",
    [" 8:30 - 12:00 , 13:30-17:30", "8：30－12：00，13：30～17：30", "08:30–12:00、13:30—17:30"],
)
def test_what_people_type_is_understood(text: str) -> None:
    assert WorkingHours.parse(text) == HOURS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "“”"),
        ("morning", "morning"),
        ("08:30-25:00", "08:30-25:00"),
        ("08:60-12:00", "08:60-12:00"),
        ("12:00-08:30", "12:00-08:30"),
        ("09:00-09:00", "09:00-09:00"),
        ("08:00-12:00,11:00-17:00", "11:00-17:00"),
        ("08:00-12:00,12:00-17:00", "12:00-17:00"),
        ("13:30-17:30,08:30-12:00", "08:30-12:00"),
        ("08:30-12:00,", "“”"),
    ],
)
def test_what_is_wrong_is_named(text: str, said: str) -> None:
    with pytest.raises(HoursError, match=said):
        WorkingHours.parse(text)


def test_no_period_at_all_is_refused() -> None:
    with pytest.raises(HoursError):
        WorkingHours(())


def test_periods_of_a_day_are_moments_in_shanghai() -> None:
    opens, closes = HOURS.on(date(2026, 11, 20))[0]
    assert (opens, closes) == (moment("2026-11-20 08:30"), moment("2026-11-20 12:00"))
    assert opens.utcoffset() is not None
