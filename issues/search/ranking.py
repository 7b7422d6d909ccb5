"""How much of a question was found, and in which order the matters come that it was found in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from issues.search.question import LONG, Means, Question, Way

# How much a unit counts that is found in other words; how much is added if it stands in a title or
# label, or if only a single character is found.
COUNTS: Final = {
    Means.NEAR: 0.75,
    Means.SAID: 0.5,
    Means.TITLE: 0.2,
    Means.LABEL: 0.1,
    Means.TYPED: 0.3,
    Means.WEAK: 0.12,
}
# The share of the question that must be found for a matter to be close. A long text must match no
# more units than the longest question.
CLOSE: Final = 0.2

# A term's rarity is measured against at least this many matters; their true number is not read.
MANY: Final = 1_000

# The keys of matters by the set of terms that each has.
Groups = Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Keys of matters, best first: those with all that was asked, and those with much of it."""

    exact: list[int]
    close: list[int]

    @property
    def keys(self) -> list[int]:
        return [*self.exact, *self.close]


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the question a set of terms covers. `score` only sorts."""

    exact: bool
    found: float
    score: float


def ranked(question: Question, groups: Groups, *, most_close: int) -> Ranked:
    """Sort the groups by their share of the question; within a group the order stays."""
    weights = _weights(question, groups)
    shares = [(_share(question, terms, weights), keys) for terms, keys in groups.items()]
    shares.sort(key=lambda one: -one[0].score)
    exact = [key for share, keys in shares if share.exact for key in keys]
    least = CLOSE * min(1, LONG / max(1, len(weights)))
    near = [(share, keys) for share, keys in shares if not share.exact and share.found >= least]
    close = [key for _, keys in near for key in keys]
    return Ranked(exact, close[:most_close])


def first_close(ranked: Ranked, page: int, size: int) -> int | None:
    """The line of this page at which close finds begin; None if they begin on another page."""
    before = (page - 1) * size
    at = len(ranked.exact) - before
    on_page = len(ranked.keys[before : before + size])
    if at < 0:
        return 0 if on_page else None
    return at if at < on_page else None


def _share(question: Question, terms: int, weights: Sequence[float]) -> Share:
    covered = dict.fromkeys(Means, 0)
    for way in question.ways:
        if way.needs & terms == way.needs:
            covered[way.means] |= way.covers
    direct = covered.pop(Means.DIRECT)
    exact = _is_all(len(weights), direct, covered[Means.WEAK])
    covered[Means.NEAR] &= ~direct
    covered[Means.SAID] &= ~direct & ~covered[Means.NEAR]
    covered[Means.WEAK] &= ~direct & ~covered[Means.NEAR] & ~covered[Means.SAID]
    whole = sum(weights) or 1.0
    counts = {means: COUNTS[means] * _sum(weights, units) for means, units in covered.items()}
    close = counts[Means.NEAR] + counts[Means.SAID]
    found = (_sum(weights, direct) + close) / whole
    score = (_sum(weights, direct) + sum(counts.values())) / whole
    return Share(exact, found, score)


def _is_all(units: int, direct: int, weak: int) -> bool:
    """True if every unit was found. A single one may also be found as a part of another word."""
    gaps = (1 << units) - 1 & ~direct
    return bool(direct) and not gaps & ~weak and not gaps & gaps << 1


def _weights(question: Question, groups: Groups) -> list[float]:
    """How much each unit tells: the rarer its terms, the more.

    Of two pairs that share a character the more frequent one counts, since the other may only
    stand where two words meet. What nobody ever wrote tells as much as the others on average.
    """
    total = max(MANY, sum(map(len, groups.values())))
    tells: list[float] = [0.0] * len(question.sizes)
    for way in question.ways:
        if way.means == Means.DIRECT and (holding := _holding(way, groups)):
            told = log(1 + total / holding)
            for at in range(len(tells)):
                if way.covers >> at & 1:
                    tells[at] = min(tells[at] or told, told)
    known = [tell for tell in tells if tell]
    usual = sum(known) / len(known) if known else 1.0
    return [(tell or usual) * size for tell, size in zip(tells, question.sizes, strict=True)]


def _holding(way: Way, groups: Groups) -> int:
    return sum(len(keys) for terms, keys in groups.items() if way.needs & terms == way.needs)


def _sum(weights: Sequence[float], units: int) -> float:
    return sum(weight for at, weight in enumerate(weights) if units >> at & 1)
