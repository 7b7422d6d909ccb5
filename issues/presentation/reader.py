"""Who reads the page, and how much they may see."""

from __future__ import annotations

from dataclasses import dataclass, replace

from grids.standing import Standing
from issues.facts import Facts
from issues.rules import is_reporter, sees_inside, works_on


@dataclass(frozen=True, slots=True)
class Reader:
    """`own` is True for the reporter, `works` for people who work on it, had it or oversee it.

    `colleague` is True for people who work on it now: they read the notes of colleagues. Everybody
    else is the public.
    """

    user_id: int | None
    own: bool
    works: bool
    colleague: bool

    @property
    def inside(self) -> bool:
        return self.own or self.works


def reader_of(standing: Standing, facts: Facts) -> Reader:
    """Reporters see their own words, but not those of neighbours."""
    return Reader(
        user_id=standing.user_id,
        own=is_reporter(standing, facts),
        works=sees_inside(standing, replace(facts, reporter_id=None)),
        colleague=works_on(standing, facts),
    )


PUBLIC = Reader(user_id=None, own=False, works=False, colleague=False)
