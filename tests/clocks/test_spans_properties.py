"""What must hold of every sum, whatever the start and the span."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clocks.calendar import Day, WorkCalendar
from clocks.enums import DayKind, SpanKind
from clocks.hours import SHANGHAI, WorkingHours
from clocks.recompute import recompute
from clocks.spans import due
from clocks.sums import Span, from_basis
from tests.clocks.elapsed import working_time
from tests.clocks.factories import CALENDAR

WORKING = (SpanKind.WORKING_HOURS, SpanKind.WORKING_DAYS)

# Seconds and microseconds too: nobody raises a matter on the full hour. The weeks around the
# holidays of 2024 to 2026, and the years after them whose notices are not known.
starts = st.datetimes(datetime(2023, 12, 1), datetime(2029, 1, 31)).map(  # noqa: DTZ001
    lambda naive: naive.replace(tzinfo=SHANGHAI)
)
kinds = st.sampled_from(SpanKind)
amounts = st.integers(1, 60)
hours = st.sampled_from(
    ["08:30-12:00,13:30-17:30", "09:00-17:00", "07:00-08:15,10:00-10:01,20:00-23:59"]
).map(WorkingHours.parse)
# Calendars nobody would publish: make-up Sundays, months off, holidays on any day.
strange = st.dictionaries(
    st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.booleans().map(Day), max_size=60
).map(lambda days: WorkCalendar(days, frozenset({2024, 2025, 2026})))
calendars = st.one_of(st.just(CALENDAR), strange)


@given(starts, st.timedeltas(timedelta(), timedelta(days=20)), kinds, amounts, hours, calendars)
def test_a_later_start_is_never_due_earlier(
    start: datetime,
    later: timedelta,
    kind: SpanKind,
    amount: int,
    hours: WorkingHours,
    calendar: WorkCalendar,
) -> None:
    span = Span(kind, amount)
    first = due(start, span, calendar=calendar, hours=hours)
    assert first.due <= due(start + later, span, calendar=calendar, hours=hours).due


@given(starts, kinds, amounts, st.integers(1, 30), hours, calendars)
def test_a_longer_span_is_due_later(
    start: datetime,
    kind: SpanKind,
    amount: int,
    more: int,
    hours: WorkingHours,
    calendar: WorkCalendar,
) -> None:
    shorter = due(start, Span(kind, amount), calendar=calendar, hours=hours)
    longer = due(start, Span(kind, amount + more), calendar=calendar, hours=hours)
    assert start < shorter.due < longer.due


@given(starts, kinds, amounts, amounts, hours, calendars)
def test_two_spans_one_after_the_other_are_their_sum(
    start: datetime,
    kind: SpanKind,
    amount: int,
    more: int,
    hours: WorkingHours,
    calendar: WorkCalendar,
) -> None:
    first = due(start, Span(kind, amount), calendar=calendar, hours=hours)
    second = due(first.due, Span(kind, more), calendar=calendar, hours=hours)
    together = due(start, Span(kind, amount + more), calendar=calendar, hours=hours)
    assert second.due == together.due


@given(starts, st.sampled_from(WORKING), amounts, hours, calendars)
def test_nothing_is_due_outside_working_time(
    start: datetime, kind: SpanKind, amount: int, hours: WorkingHours, calendar: WorkCalendar
) -> None:
    at = due(start, Span(kind, amount), calendar=calendar, hours=hours).due
    assert calendar.is_working(at.date())
    assert any(opens < at <= closes for opens, closes in hours.on(at.date()))


@given(starts, amounts, st.integers(0, 59), hours, calendars)
def test_the_working_time_until_it_is_due_is_the_span(
    start: datetime, amount: int, minutes: int, hours: WorkingHours, calendar: WorkCalendar
) -> None:
    span = Span(SpanKind.WORKING_HOURS, amount, minutes)
    at = due(start, span, calendar=calendar, hours=hours).due
    measured = working_time(start, at, calendar=calendar, hours=hours)
    assert measured == timedelta(hours=amount, minutes=minutes)
    assert not working_time(at, start, calendar=calendar, hours=hours)


@given(starts, amounts, hours, calendars)
def test_working_days_are_the_days_between_without_those_left_out(
    start: datetime, amount: int, hours: WorkingHours, calendar: WorkCalendar
) -> None:
    reckoned = due(start, Span(SpanKind.WORKING_DAYS, amount), calendar=calendar, hours=hours)
    between = (reckoned.due.date() - start.date()).days
    assert between - len(reckoned.skipped) == amount


@given(starts, st.sampled_from(WORKING), amounts, hours, calendars)
def test_days_left_out_are_days_off_and_days_counted_are_make_up_days(
    start: datetime, kind: SpanKind, amount: int, hours: WorkingHours, calendar: WorkCalendar
) -> None:
    reckoned = due(start, Span(kind, amount), calendar=calendar, hours=hours)
    assert not any(calendar.is_working(named.day) for named in reckoned.skipped)
    for named in reckoned.made_up:
        assert named.reason.kind == DayKind.MAKE_UP
        assert start.date() <= named.day <= reckoned.due.date()


@given(starts, st.sampled_from(WORKING), amounts, hours)
def test_a_sum_that_ends_in_an_uncovered_year_says_so(
    start: datetime, kind: SpanKind, amount: int, hours: WorkingHours
) -> None:
    reckoned = due(start, Span(kind, amount), calendar=CALENDAR, hours=hours)
    assert (reckoned.due.year > 2026) == reckoned.provisional
    assert set(reckoned.unpublished).isdisjoint({2024, 2025, 2026})


@given(starts, kinds, amounts, hours, calendars)
def test_a_basis_keeps_the_whole_sum(
    start: datetime, kind: SpanKind, amount: int, hours: WorkingHours, calendar: WorkCalendar
) -> None:
    reckoned = due(start, Span(kind, amount), calendar=calendar, hours=hours)
    assert from_basis(reckoned.as_basis()) == reckoned


@given(starts, kinds, amounts, hours, hours, calendars, calendars)
def test_nothing_is_ever_moved_earlier(
    start: datetime,
    kind: SpanKind,
    amount: int,
    hours: WorkingHours,
    other_hours: WorkingHours,
    calendar: WorkCalendar,
    other_calendar: WorkCalendar,
) -> None:
    promised = due(start, Span(kind, amount), calendar=calendar, hours=hours)
    again = recompute(promised.as_basis(), other_calendar, other_hours)
    assert again.due >= promised.due
    assert recompute(promised.as_basis(), calendar) == promised
