from datetime import date

from clocks.calendar import Day, WorkCalendar
from clocks.recompute import is_outdated, recompute
from clocks.spans import due
from clocks.sums import Span, Sum
from tests.clocks.factories import CALENDAR, HOURS, hours, moment, working_days


def promise(start: str, span: Span) -> Sum:
    return due(moment(start), span, calendar=CALENDAR, hours=HOURS)


def with_2027(days: dict[date, Day]) -> WorkCalendar:
    return WorkCalendar({**CALENDAR.days, **days}, CALENDAR.years | {2027}, revision=5)


OFF = Day(working=False, name_zh="元旦", name_en="New Year's Day")
MADE_UP = Day(working=True, name_zh="元旦", name_en="New Year's Day")


def test_a_published_holiday_moves_a_provisional_deadline_on() -> None:
    promised = promise("2026-12-30 10:00", working_days(2))
    assert promised.due == moment("2027-01-04 17:30")
    assert promised.provisional
    again = recompute(
        promised.as_basis(), with_2027({date(2027, 1, 1): OFF, date(2027, 1, 4): OFF})
    )
    assert again.due == moment("2027-01-05 17:30")
    assert not again.provisional
    assert again.revision == 5
    assert again.computed is None


def test_a_published_make_up_day_does_not_move_a_deadline_earlier() -> None:
    promised = promise("2026-12-30 10:00", working_days(2))
    again = recompute(
        promised.as_basis(), with_2027({date(2027, 1, 1): OFF, date(2027, 1, 3): MADE_UP})
    )
    assert again.due == promised.due
    assert again.computed == moment("2027-01-03 17:30")
    assert not again.provisional


def test_what_was_kept_once_is_kept_again() -> None:
    promised = promise("2026-12-30 10:00", working_days(2))
    calendar = with_2027({date(2027, 1, 1): OFF, date(2027, 1, 3): MADE_UP})
    once = recompute(promised.as_basis(), calendar)
    assert recompute(once.as_basis(), calendar) == once


def test_the_hours_of_the_promise_hold_unless_others_are_given() -> None:
    promised = promise("2026-11-20 10:00", working_days(1))
    late = type(HOURS).parse("10:00-20:00")
    assert recompute(promised.as_basis(), CALENDAR).due == promised.due
    assert recompute(promised.as_basis(), CALENDAR, late).due == moment("2026-11-23 20:00")


def test_only_a_calendar_that_knows_more_outdates_a_working_sum() -> None:
    basis = promise("2026-12-30 10:00", working_days(2)).as_basis()
    assert not is_outdated(basis, CALENDAR)
    assert is_outdated(basis, with_2027({}))
    # The package was updated: more years, and no revision of our own.
    assert is_outdated(basis, WorkCalendar(years=CALENDAR.years | {2027}))
    assert not is_outdated(promise("2026-12-31 10:00", hours(24)).as_basis(), with_2027({}))
    assert not is_outdated({"kind": "promise"}, with_2027({}))
