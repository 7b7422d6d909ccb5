from datetime import date

import pytest

from council.order.seats import Term, is_free, most_at_once
from council.order.terms import months_later

SPRING = (date(2026, 3, 1), date(2026, 6, 1))


def term(first: str, last: str) -> Term:
    return date.fromisoformat(first), date.fromisoformat(last)


@pytest.mark.parametrize(
    ("sentence", "terms", "most"),
    [
        ("nobody sits there", [], 0),
        ("whose last day was the day before does not count", [term("2026-01-01", "2026-03-01")], 0),
        ("whose first day is the day after does not count", [term("2026-06-01", "2026-09-01")], 0),
        ("one day is enough to count", [term("2026-01-01", "2026-03-02")], 1),
        (
            "two who follow each other take one seat",
            [term("2026-01-01", "2026-04-01"), term("2026-04-01", "2026-09-01")],
            1,
        ),
        (
            "two who overlap within take two",
            [term("2026-01-01", "2026-04-02"), term("2026-04-01", "2026-09-01")],
            2,
        ),
        (
            "two who overlap only before take one",
            [term("2025-01-01", "2026-03-01"), term("2026-02-01", "2026-04-01")],
            1,
        ),
    ],
)
def test_seats_taken_at_once(sentence: str, terms: list[Term], most: int) -> None:
    assert most_at_once(terms, within=SPRING) == most
    assert is_free(terms, seats=most + 1, within=SPRING)
    assert not is_free(terms, seats=most, within=SPRING)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-11-28", 36, "2029-11-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
    ],
)
def test_a_term_ends_on_the_same_day_of_a_later_month(day: str, months: int, later: str) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)
