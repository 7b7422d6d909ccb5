"""What a page knows of the places it shows: the newest happenings of each. Pure.

One number would not do: of two acts at once the later may be visible first. A few newest numbers
tell apart what a page has seen from what only became visible since.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# So many acts at one place would have to overtake another before it were missed.
NEWEST = 8
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Version:
    """By place, in the page's order; the newest first."""

    known: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, places: Sequence[str], newest: Mapping[str, Iterable[int]]) -> Version:
        return cls(tuple(tuple(newest.get(place, ())) for place in places))

    @classmethod
    def read(cls, written: str) -> Version:
        """An odd one is that of a page that knows nothing."""
        try:
            return cls(tuple(_numbers(part) for part in written[:LONGEST].split("~")))
        except ValueError:
            return cls(())

    def __str__(self) -> str:
        return "~".join(".".join(_short(one) for one in part) for part in self.known)

    def is_new(self, position: int, happening: int) -> bool:
        """Whether a happening at the place in this position came after the page was drawn."""
        known = self.known[position] if position < len(self.known) else ()
        beyond = len(known) < NEWEST or happening > known[-1]
        return beyond and happening not in known


def _numbers(part: str) -> tuple[int, ...]:
    return tuple(int(one, 36) for one in part.split(".") if one)


DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def _short(number: int) -> str:
    """In 36 digits, as `int` reads it."""
    written = ""
    while number:
        number, digit = divmod(number, 36)
        written = DIGITS[digit] + written
    return written or "0"
