"""What a page knows of the places it shows: the newest happenings of each. Pure.

One number would not do: if two acts happen at once, the one with the higher number may become
visible first. By a few of the newest numbers a page can tell which of them it has not seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# A happening is missed only if this many others at its place overtake it.
NEWEST = 8
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Version:
    """`known` has a tuple for each place, in the page's order: its newest numbers, newest first."""

    known: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, places: Sequence[str], newest: Mapping[str, Iterable[int]]) -> Version:
        return cls(tuple(tuple(newest.get(place, ())) for place in places))

    @classmethod
    def read(cls, written: str) -> Version:
        """The version as a page has written it; if it can't be read, the page knows nothing."""
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
    """The number to base 36, as `int(…, 36)` reads it."""
    written = ""
    while number:
        number, digit = divmod(number, 36)
        written = DIGITS[digit] + written
    return written or "0"
