"""How often a member came: of the sittings within the own term, excused ones apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from council.order.seats import Term


@dataclass(frozen=True, slots=True)
class Sat:
    """A sitting that was held, and whether one member was there at any time of it."""

    day: date
    came: bool
    is_excused: bool


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whoever came although excused has come. Numbers of one person; nobody is ranked by them."""

    came: int
    excused: int
    missed: int

    @property
    def held(self) -> int:
        return self.came + self.excused + self.missed

    @property
    def expected(self) -> int:
        """What is counted at all: leave that was asked counts neither way."""
        return self.came + self.missed


def within(sat: Iterable[Sat], term: Term) -> list[Sat]:
    """`term` holds its first day and not the day after its last."""
    first, after = term
    return [one for one in sat if first <= one.day < after]


def attendance(sat: Iterable[Sat], term: Term) -> Attendance:
    counted = within(sat, term)
    came = sum(one.came for one in counted)
    excused = sum(one.is_excused and not one.came for one in counted)
    return Attendance(came, excused, len(counted) - came - excused)
