from datetime import date, timedelta

import pytest

from clocks.calendar import Day, WorkCalendar
from clocks.enums import DayKind
from tests.clocks.factories import CALENDAR
from tests.clocks.state_council import days_off, make_up_days


def test_every_day_of_2024_to_2026_is_as_the_state_council_said() -> None:
    off, made_up = days_off(), make_up_days()
    day, wrong = date(2024, 1, 1), []
    while day <= date(2026, 12, 31):
        expected = day in made_up or (day.weekday() < 5 and day not in off)
        if CALENDAR.is_working(day) != expected:
            wrong.append(day)
        day += timedelta(days=1)
    assert not wrong


@pytest.mark.parametrize(("day", "name"), days_off().items(), ids=str)
def test_a_day_off_is_called_by_its_holiday(day: date, name: str) -> None:
    reason = CALENDAR.reason(day)
    assert reason.kind == DayKind.HOLIDAY
    assert reason.name_zh in name.split("、")
    assert reason.name_en


@pytest.mark.parametrize(("day", "name"), make_up_days().items(), ids=str)
def test_a_make_up_day_is_called_by_the_holiday_it_pays_for(day: date, name: str) -> None:
    reason = CALENDAR.reason(day)
    assert reason.kind == DayKind.MAKE_UP
    assert reason.name_zh in name.split("、")


def test_plain_days_have_plain_reasons() -> None:
    assert CALENDAR.reason(date(2026, 11, 20)).kind == DayKind.WORKING
    assert CALENDAR.reason(date(2026, 11, 21)).kind == DayKind.WEEKEND


def test_a_day_taken_back_is_a_plain_day_again() -> None:
    friday, saturday = date(2026, 11, 20), date(2026, 11, 21)
    calendar = WorkCalendar({friday: Day(working=True), saturday: Day(working=False)})
    assert calendar.reason(friday).kind == DayKind.WORKING
    assert calendar.reason(saturday).kind == DayKind.WEEKEND


def test_a_year_without_its_notice_has_the_plain_week_and_what_the_law_fixes() -> None:
    assert not CALENDAR.covers(date(2027, 3, 1))
    assert CALENDAR.is_working(date(2027, 2, 8))
    assert not CALENDAR.is_working(date(2027, 2, 13))
    assert CALENDAR.reason(date(2027, 1, 1)).name_zh == "元旦"
    assert CALENDAR.reason(date(2027, 10, 1)).name_zh == "国庆节"


def test_a_notice_that_works_on_a_fixed_holiday_is_believed() -> None:
    calendar = WorkCalendar(years=frozenset({2027}))
    assert calendar.is_working(date(2027, 1, 1))


def test_uncovered_years_are_named_from_first_to_last() -> None:
    assert CALENDAR.uncovered(date(2026, 12, 31), date(2026, 12, 31)) == ()
    assert CALENDAR.uncovered(date(2026, 12, 31), date(2028, 1, 1)) == (2027, 2028)
