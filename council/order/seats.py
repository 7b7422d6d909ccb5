"""Whether a seat is free for a term."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

# First day and the day after the last.
Term = tuple[date, date]


def most_at_once(terms: Iterable[Term], *, within: Term) -> int:
    """The largest number of `terms` that hold one and the same day of `within`."""
    begin, end = within
    overlapping = [(first, last) for first, last in terms if first < end and last > begin]
    days = {begin, *(first for first, _last in overlapping if first > begin)}
    return max(sum(first <= day < last for first, last in overlapping) for day in days)


def is_free(terms: Iterable[Term], *, seats: int, within: Term) -> bool:
    """On no day of `within` are all the seats taken."""
    return most_at_once(terms, within=within) < seats
