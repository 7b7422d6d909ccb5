"""What somebody typed, as terms to look for and ways in which each part of it counts as found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, pairwise, zip_longest
from typing import Final

from issues.search.empty import EDGES, EMPTY
from issues.search.normal import Kind, Unit, hyphened, pair, plain_form, units
from issues.search.terms import Field, terms_of
from issues.search.words import ALIKE, LEADS, WHOM

# One bit each; more is not asked, however long the text is.
MOST_TERMS: Final = 62
# Of all terms, at most this many are other words for the same, and at most half of what is left.
# A sentence has hundreds of such words, and its own parts must be asked as well.
MOST_NEAR: Final = 24
# Nobody types a longer question by hand. Of a longer text its beginning says what it is about.
LONG: Final = 24
MOST_READ: Final = 200
# How the south says that there is none: 冇水, 没得灯, 莫得地方.
_THERE_IS_NONE: Final = re.compile("[没莫冇]得(?!到)|冇有?")
_PLURAL: Final = re.compile("([a-z]{3,}?)(?:ies|es|s)", re.ASCII)
# How much a character that stands alone counts; one in a longer word counts 1.
WORD: Final = 2


class Means(StrEnum):
    DIRECT = "direct"
    # Another word for the same, or the same one in a name that many share.
    NEAR = "near"
    # What residents call matters of its category; a matter that says the word itself ranks higher.
    SAID = "said"
    # The same words at a place that tells more.
    TITLE = "title"
    LABEL = "label"
    # The unit with its neighbour as typed, though the neighbour was left out of the question.
    TYPED = "typed"
    # One character of a longer word: covers nothing by itself.
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Way:
    """With all terms of `needs`, the units of `covers` are found. Both are sets of bits.

    `means` says how much that counts.
    """

    needs: int
    covers: int
    means: Means


FINDING: Final = frozenset({Means.DIRECT, Means.NEAR, Means.SAID})
ELSEWHERE: Final = {
    Field.TITLE: Means.TITLE,
    Field.WIDER: Means.NEAR,
    Field.SAID: Means.SAID,
    Field.LABEL: Means.LABEL,
}
# The fields for what residents call its category, and for its names. In a longer sentence the names
# are asked last: otherwise no room would be left for other words and for parts of words.
NAMED: Final = (Field.SAID, Field.LABEL)
SHORT: Final = 16


@dataclass(slots=True)
class Question:
    """`terms` are for PostgreSQL; `@` in them stands for who asks, and in which community.

    `sizes` has a weight for each unit: a character that stands alone is a whole word, and a word
    for people weighs as one character, however long it is.
    """

    sizes: list[float] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)

    @property
    def fits(self) -> str:
        """The condition that finds rows: a match that only ranks finds none by itself."""
        finding = (way for way in self.ways if way.means in FINDING)
        return " | ".join(f"({self._all(way.needs)})" for way in finding)

    def _all(self, needs: int) -> str:
        terms = enumerate(self.terms)
        return " & ".join(term for at, term in terms if needs >> at & 1)

    def need(self, term: str) -> int:
        """The bit of `term`; 0 if no more can be asked."""
        if term in self.terms:
            return 1 << self.terms.index(term)
        if len(self.terms) >= MOST_TERMS:
            return 0
        self.terms.append(term)
        return 1 << len(self.terms) - 1


Segment = list[tuple[int, Unit]]


def question_of(text: str, *, but: Iterable[str] = ()) -> Question:
    """Read `text`. Words in `but` are left out, such as the name of the place that is searched."""
    plain = _THERE_IS_NONE.sub("没有", plain_form(text[: MOST_READ * 4])[:MOST_READ])
    kept = _without_names(plain, but)
    alike = list(_alike(kept))
    segments = _trimmed(_segments(_without_empty(kept, alike))) or _segments(kept)
    numbered = _numbered(segments)
    sizes = _sizes(numbered, kept)
    asked = Question(sizes=sizes)
    for segment in numbered:
        _direct(asked, segment, Field.ANYWHERE, Means.DIRECT)
    for one, other in pairwise(unit for segment in numbered for unit in segment):
        _one_word(asked, one, other, kept)
    if len(sizes) <= LONG:
        at_once = len(NAMED) if len(sizes) <= SHORT else 1
        _named(asked, numbered, NAMED[:at_once])
        _near(asked, numbered, alike)
        _singular(asked, numbered)
        for segment in numbered:
            _weak(asked, segment)
        _as_typed(asked, numbered, kept)
        _named(asked, numbered, (Field.WIDER, Field.TITLE, *NAMED[at_once:]))
    return asked


def _sizes(segments: list[Segment], kept: str) -> list[float]:
    """Weigh whom it happens to less than what is wrong: 没处坐 more than 老头老太太."""
    people = {at: len(found[0]) for found in WHOM.finditer(kept) for at in range(*found.span())}
    return [
        WORD if len(segment) == 1 else 1 / people.get(unit.start, 1)
        for segment in segments
        for _at, unit in segment
    ]


def _named(asked: Question, segments: list[Segment], fields: Iterable[Field]) -> None:
    for where in fields:
        for segment in segments:
            _direct(asked, segment, where, ELSEWHERE[where])


def _direct(asked: Question, segment: Segment, where: Field, means: Means) -> None:
    for at, unit in segment:
        if unit.kind == Kind.WORD or len(segment) == 1:
            begins = unit.kind != Kind.NUMBER
            _add(asked, [_term(unit.text, where, begins=begins)], 1 << at, means)
    for (at, one), (_, other) in pairwise(segment):
        if both := pair(one, other):
            _add(asked, [_term(both, where)], 3 << at, means)


def _one_word(asked: Question, one: tuple[int, Unit], other: tuple[int, Unit], kept: str) -> None:
    if both := hyphened(one[1], other[1], kept):
        covers = 1 << one[0] | 1 << other[0]
        _add(asked, [_term(both, Field.ANYWHERE, begins=True)], covers, Means.DIRECT)


def _singular(asked: Question, segments: list[Segment]) -> None:
    """Words are found by their beginnings, so “lift” finds “lifts”; this is the way back."""
    for at, unit in (one for segment in segments for one in segment):
        if unit.kind == Kind.WORD and (found := _PLURAL.fullmatch(unit.text)):
            _add(asked, [_term(found[1], Field.ANYWHERE, begins=True)], 1 << at, Means.NEAR)


def _as_typed(asked: Question, segments: list[Segment], kept: str) -> None:
    """Add the pairs as typed that dropping empty words has broken: 太阳能 leaves only 阳.

    Such a pair only ranks, since 漏了 must still find a matter that says 漏水.
    """
    places = {unit.start: at for segment in segments for at, unit in segment}
    for segment in _segments(kept):
        for one, other in pairwise(segment):
            at = [places[unit.start] for unit in (one, other) if unit.start in places]
            if len(at) == 1 and (both := pair(one, other)):
                _add(asked, [_term(both, Field.ANYWHERE)], 1 << at[0], Means.TYPED)


def _near(asked: Question, segments: list[Segment], alike: list[tuple[int, int, str]]) -> None:
    places = {unit.start: at for segment in segments for at, unit in segment}
    most = len(asked.terms) + min(MOST_NEAR, (MOST_TERMS - len(asked.terms)) // 2)
    for start, end, other in alike:
        if len(asked.terms) >= most:
            break
        covers = sum(1 << places[at] for at in range(start, end) if at in places)
        _add(asked, _whole(other), covers, Means.NEAR)


def _whole(word: str) -> list[str]:
    """The terms of `word`: its pairs or, for a single character, all terms that begin with it."""
    pairs = list(terms_of(word))[:-1]
    where = Field.ANYWHERE
    return [_term(term, where) for term in pairs] or [_term(word, where, begins=True)]


def _weak(asked: Question, segment: Segment) -> None:
    for at, unit in segment:
        if unit.kind == Kind.HAN and len(segment) > 1:
            _add(asked, [_term(unit.text, Field.ANYWHERE, begins=True)], 1 << at, Means.WEAK)


def _add(asked: Question, terms: Sequence[str], covers: int, means: Means) -> None:
    needs = 0
    for term in terms:
        bit = asked.need(term)
        if not bit:
            return
        needs |= bit
    if needs and covers:
        asked.ways.append(Way(needs, covers, means))


def _term(term: str, where: Field, *, begins: bool = False) -> str:
    """In quotes; a term consists of letters and digits, so nothing needs escaping."""
    return f"'@{where}{term}'" + (":*" if begins else "")


def _without_names(plain: str, but: Iterable[str]) -> str:
    names = sorted({plain_form(name) for name in but if name}, key=len, reverse=True)
    kept = re.sub("|".join(map(re.escape, names)), " ", plain) if names else plain
    return kept if any(units(kept)) else plain


def _without_empty(plain: str, alike: list[tuple[int, int, str]]) -> str:
    """Blanks instead of words that carry nothing, unless they are part of one that does."""
    spans = {(start, end) for start, end, _ in alike}

    def put(found: re.Match[str]) -> str:
        inside = any(start < found.end() and found.start() < end for start, end in spans)
        return found[0] if inside else " " * len(found[0])

    return EMPTY.sub(put, plain)


def _alike(plain: str) -> Iterator[tuple[int, int, str]]:
    """Other words for words of the question: start and end of the word, and the other word.

    The words take turns, so that one with many alternatives leaves room for the next.
    """
    said = [*zip(ALIKE, ALIKE, strict=True), *LEADS]
    each = [_others(plain, word, meant) for words, meant in said for word in words]
    return chain.from_iterable(filter(None, turn) for turn in zip_longest(*filter(None, each)))


def _others(plain: str, word: str, meant: Sequence[str]) -> list[tuple[int, int, str]]:
    at = plain.find(word)
    return [] if at < 0 else [(at, at + len(word), one) for one in meant if one not in word]


def _segments(plain: str) -> list[list[Unit]]:
    """The units in groups: each group was typed without a gap."""
    found: list[list[Unit]] = []
    for unit in units(plain):
        if unit.joined and found:
            found[-1].append(unit)
        else:
            found.append([unit])
    return found


def _trimmed(segments: list[list[Unit]]) -> list[list[Unit]]:
    """The segments without empty words at their edges; segments with nothing else are dropped."""
    found = []
    for segment in segments:
        first, last = segment[0].text in EDGES, segment[-1].text in EDGES
        found.append(segment[:-1] if last else segment[first:])
    return [segment for segment in found if segment]


def _numbered(segments: list[list[Unit]]) -> list[Segment]:
    """Every unit with its place among all."""
    found, at = [], 0
    for segment in segments:
        found.append(list(enumerate(segment, at)))
        at += len(segment)
    return found
