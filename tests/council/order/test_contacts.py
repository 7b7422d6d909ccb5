"""The months of a member's contacts."""

from datetime import date

import pytest

from council.order.contacts import is_last_week, month_before, month_of, next_month


@pytest.mark.parametrize(
    ("day", "this", "after", "before"),
    [
        (date(2026, 1, 31), date(2026, 1, 1), date(2026, 2, 1), date(2025, 12, 1)),
        (date(2026, 12, 1), date(2026, 12, 1), date(2027, 1, 1), date(2026, 11, 1)),
        (date(2028, 2, 29), date(2028, 2, 1), date(2028, 3, 1), date(2028, 1, 1)),
    ],
)
def test_a_month_is_told_by_its_first_day(day: date, this: date, after: date, before: date) -> None:
    assert (month_of(day), next_month(day), month_before(day)) == (this, after, before)


@pytest.mark.parametrize(
    ("day", "is_last"),
    [
        (date(2026, 11, 23), False),
        (date(2026, 11, 24), True),
        (date(2026, 11, 30), True),
        (date(2027, 2, 21), False),
        (date(2027, 2, 22), True),
        (date(2026, 12, 1), False),
    ],
)
def test_the_last_week_is_the_last_seven_days(day: date, *, is_last: bool) -> None:
    assert is_last_week(day) == is_last
