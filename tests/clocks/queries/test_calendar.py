from datetime import date
from typing import Any

import pytest

from clocks.actions.add_days import add_days
from clocks.actions.save_schedule import save_schedule
from clocks.models import CalendarRevision
from clocks.published_years import published
from clocks.queries.calendar import current_calendar, working_hours
from clocks.yearly_notice import parse_notice
from tests.clocks.factories import HOURS, moment

pytestmark = pytest.mark.django_db
NOW = moment("2026-11-20 16:30")


def add(text: str, year: int | None = None) -> CalendarRevision:
    return add_days(parse_notice(text), note="test", year=year, actor=None, now=NOW)


def test_without_days_of_our_own_the_published_notices_hold() -> None:
    assert current_calendar() is published()
    assert current_calendar().years >= {2024, 2025, 2026}


def test_our_own_days_stand_on_top_of_the_published_ones() -> None:
    revision = add("2027-01-04,休,元旦\n2026-11-20,休,元旦")
    calendar = current_calendar()
    assert not calendar.is_working(date(2027, 1, 4))
    assert not calendar.is_working(date(2026, 11, 20))
    assert not calendar.is_working(date(2026, 10, 1))
    assert calendar.revision == revision.pk


def test_the_newest_value_of_a_day_counts() -> None:
    first = add("2027-02-05/2027-02-06,休,春节")
    second = add("2027-02-05,撤")
    assert current_calendar().is_working(date(2027, 2, 5))
    assert not current_calendar().is_working(date(2027, 2, 6))
    assert not current_calendar(first.pk).is_working(date(2027, 2, 5))
    assert current_calendar(second.pk) is current_calendar()


def test_only_a_whole_notice_covers_its_year() -> None:
    add("2027-01-04,休,元旦")
    assert 2027 not in current_calendar().years
    add("2027-02-05/2027-02-11,休,春节", year=2027)
    assert 2027 in current_calendar().years


def test_revision_nought_is_the_published_notices() -> None:
    add("2027-01-04,休,元旦")
    assert current_calendar(0) is published()


def test_a_calendar_in_the_cache_costs_one_query(django_assert_num_queries: Any) -> None:
    add("2027-01-04,休,元旦")
    current_calendar()
    with django_assert_num_queries(1):
        current_calendar()


def test_hours_are_those_of_the_schedule_or_the_usual_ones(django_assert_num_queries: Any) -> None:
    schedule = save_schedule(None, name="Evening", periods="10:00-20:00", actor=None, now=NOW)
    with django_assert_num_queries(0):
        assert working_hours(None) == HOURS
        assert str(working_hours(schedule)) == "10:00-20:00"
