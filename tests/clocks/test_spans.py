from datetime import UTC, date, datetime

import pytest

from clocks.calendar import WorkCalendar
from clocks.enums import DayKind, SpanKind
from clocks.spans import due
from clocks.sums import Span, Sum
from tests.clocks.factories import CALENDAR, HOURS, hours, moment, working_days, working_hours


def reckon(start: str, span: Span, calendar: WorkCalendar = CALENDAR) -> Sum:
    return due(moment(start), span, calendar=calendar, hours=HOURS)


@pytest.mark.parametrize(
    ("start", "span", "expected"),
    [
        # natural hours run through nights, weekends and holidays
        ("2026-11-20 16:30", hours(24), "2026-11-21 16:30"),
        ("2026-09-30 23:59", hours(72), "2026-10-03 23:59"),
        ("2026-12-31 23:30", hours(1, 15), "2027-01-01 00:45"),
        # working hours leave out lunch, nights and days off
        ("2026-11-20 09:00", working_hours(2), "2026-11-20 11:00"),
        ("2026-11-20 11:00", working_hours(2), "2026-11-20 14:30"),
        ("2026-11-20 16:30", working_hours(4), "2026-11-23 11:30"),
        ("2026-11-20 16:30", working_hours(0, 30), "2026-11-20 17:00"),
        ("2026-11-20 06:00", working_hours(4), "2026-11-20 14:00"),
        ("2026-11-20 12:40", working_hours(1), "2026-11-20 14:30"),
        ("2026-11-20 20:00", working_hours(4), "2026-11-23 14:00"),
        ("2026-11-21 10:00", working_hours(4), "2026-11-23 14:00"),
        # what ends exactly with a period stays there
        ("2026-11-20 08:30", working_hours(3, 30), "2026-11-20 12:00"),
        ("2026-11-20 12:00", working_hours(4), "2026-11-20 17:30"),
        ("2026-11-20 16:30", working_hours(1), "2026-11-20 17:30"),
        ("2026-11-20 17:30", working_hours(0, 1), "2026-11-23 08:31"),
        # make-up days count, holidays do not
        ("2026-02-13 17:00", working_hours(4), "2026-02-14 12:00"),
        ("2026-02-14 17:00", working_hours(1), "2026-02-24 09:00"),
        ("2026-09-30 17:00", working_hours(1), "2026-10-08 09:00"),
        # working days do not count the day they start on
        ("2026-11-20 08:00", working_days(1), "2026-11-23 17:30"),
        ("2026-11-20 23:59", working_days(1), "2026-11-23 17:30"),
        ("2026-11-21 00:00", working_days(1), "2026-11-23 17:30"),
        ("2026-11-23 00:00", working_days(1), "2026-11-24 17:30"),
        ("2026-11-18 10:00", working_days(2), "2026-11-20 17:30"),
        ("2026-09-30 10:00", working_days(3), "2026-10-10 17:30"),
        ("2025-12-31 10:00", working_days(1), "2026-01-04 17:30"),
    ],
)
def test_a_span_is_over(start: str, span: Span, expected: str) -> None:
    assert reckon(start, span).due == moment(expected)


def test_the_days_left_out_are_kept_with_their_reasons() -> None:
    reckoned = reckon("2026-09-30 17:00", working_days(4))
    assert [(named.day.day, named.reason.kind) for named in reckoned.skipped] == [
        *[(day, DayKind.HOLIDAY) for day in range(1, 8)],
        (11, DayKind.WEEKEND),
    ]
    assert [named.day for named in reckoned.made_up] == [date(2026, 10, 10)]


def test_a_start_on_a_day_off_counts_that_day_among_those_left_out_of_working_hours() -> None:
    assert [named.day.day for named in reckon("2026-11-21 10:00", working_hours(1)).skipped] == [
        21,
        22,
    ]
    assert [named.day.day for named in reckon("2026-11-21 10:00", working_days(1)).skipped] == [22]


def test_a_make_up_day_that_was_over_when_it_started_is_not_named() -> None:
    assert reckon("2026-02-14 18:00", working_hours(1)).made_up == ()
    assert len(reckon("2026-02-14 17:00", working_hours(1)).made_up) == 1


def test_a_year_without_its_notice_is_provisional_and_named() -> None:
    assert reckon("2026-12-30 10:00", working_days(1)).unpublished == ()
    assert not reckon("2026-12-31 10:00", working_hours(1)).provisional
    assert reckon("2026-12-31 10:00", working_days(1)).unpublished == (2027,)
    assert reckon("2026-12-31 17:00", working_hours(1)).provisional
    assert reckon("2027-03-01 10:00", working_hours(1)).provisional


def test_natural_hours_are_never_provisional() -> None:
    assert not reckon("2027-03-01 10:00", hours(24)).provisional


def test_the_revision_of_the_calendar_is_kept() -> None:
    calendar = WorkCalendar(revision=7)
    for span in (hours(1), working_hours(1), working_days(1)):
        assert reckon("2026-11-20 10:00", span, calendar).revision == 7


@pytest.mark.parametrize("span", [hours(4), working_hours(4), working_days(4)], ids=str)
def test_a_start_in_utc_gives_the_same(span: Span) -> None:
    start = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)  # Saturday 01:00 in Shanghai
    reckoned = due(start, span, calendar=CALENDAR, hours=HOURS)
    assert reckoned == reckon("2026-11-21 01:00", span)
    assert reckoned.due.utcoffset() == moment("2026-11-20 01:00").utcoffset()


@pytest.mark.parametrize("span", [hours(4), working_hours(4), working_days(4)], ids=str)
def test_a_start_without_a_zone_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="time zone"):
        due(datetime(2026, 11, 20, 17, 0), span, calendar=CALENDAR, hours=HOURS)  # noqa: DTZ001


def test_natural_hours_are_hours_that_passed_even_where_the_clocks_were_changed() -> None:
    # On 4 May 1986 China put its clocks forward at 02:00.
    reckoned = due(moment("1986-05-03 22:00"), hours(8), calendar=CALENDAR, hours=HOURS)
    assert reckoned.due.astimezone(UTC) == datetime(1986, 5, 3, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "amount", "minutes"),
    [
        (SpanKind.HOURS, 0, 0),
        (SpanKind.HOURS, -1, 0),
        (SpanKind.HOURS, 1, 60),
        (SpanKind.HOURS, 1, -1),
        (SpanKind.WORKING_DAYS, 0, 0),
        (SpanKind.WORKING_DAYS, 1, 30),
    ],
)
def test_a_span_of_nothing_or_less_is_refused(kind: SpanKind, amount: int, minutes: int) -> None:
    with pytest.raises(ValueError, match=r"span|whole"):
        Span(kind, amount, minutes)
