"""The ring counts the time that the span counts."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clocks.enums import SpanKind
from clocks.share_passed import passed_share, share
from clocks.spans import Span, due
from tests.clocks.factories import CALENDAR, HOURS, moment

FRIDAY = "2026-11-20 16:30"


@pytest.mark.parametrize(
    ("span", "now", "expected"),
    [
        (Span(SpanKind.WORKING_HOURS, 4), "2026-11-20 17:30", 0.25),
        (Span(SpanKind.WORKING_HOURS, 4), "2026-11-22 12:00", 0.25),
        (Span(SpanKind.WORKING_HOURS, 4), "2026-11-23 10:30", 0.75),
        (Span(SpanKind.WORKING_DAYS, 1), "2026-11-22 23:00", 60 / 510),
        (Span(SpanKind.WORKING_DAYS, 1), "2026-11-23 17:30", 1.0),
        (Span(SpanKind.HOURS, 24), "2026-11-21 04:30", 0.5),
        (Span(SpanKind.HOURS, 24), "2026-11-25 04:30", 1.0),
        (Span(SpanKind.HOURS, 24), "2026-11-20 09:00", 0.0),
    ],
)
def test_nights_and_weekends_do_not_fill_the_ring_of_a_working_clock(
    span: Span, now: str, expected: float
) -> None:
    sum_ = due(moment(FRIDAY), span, calendar=CALENDAR, hours=HOURS)
    assert passed_share(sum_, moment(now)) == pytest.approx(expected)


def test_what_began_on_a_saturday_begins_to_count_on_monday() -> None:
    span = Span(SpanKind.WORKING_DAYS, 2)
    sum_ = due(moment("2026-11-21 10:00"), span, calendar=CALENDAR, hours=HOURS)
    assert passed_share(sum_, moment("2026-11-22 23:00")) == 0
    assert passed_share(sum_, moment("2026-11-23 17:30")) == 0.5


@given(st.integers(0, 20_000), st.integers(0, 5_000), st.sampled_from(SpanKind))
def test_a_ring_never_runs_backwards(first: int, more: int, kind: SpanKind) -> None:
    sum_ = due(moment(FRIDAY), Span(kind, 7), calendar=CALENDAR, hours=HOURS)
    earlier = moment(FRIDAY) + timedelta(minutes=first)
    later = earlier + timedelta(minutes=more)
    assert 0 <= passed_share(sum_, earlier) <= passed_share(sum_, later) <= 1


def test_of_no_time_at_all_everything_has_passed() -> None:
    assert share(timedelta(), timedelta()) == 1
