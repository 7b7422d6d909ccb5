"""What a text is found by: its pairs of characters, its words and its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import Final

from issues.search.normal import Kind, hyphened, pair, plain_form, units

# A tsvector may have a megabyte at most.
MOST_BYTES: Final = 256 * 1024


class Field(StrEnum):
    """Where a term stands: the sign between the prefix (who may find it) and the term itself."""

    TITLE = "!"
    # The names of its category and its place.
    LABEL = "#"
    ANYWHERE = "."
    # Names that it shares with many, as those of the category above: not a part of the others.
    WIDER = "~"
    # What residents call matters of its category, whatever words this matter uses.
    SAID = "^"


def terms_of(text: str) -> Iterator[str]:
    """The terms of `text` in their order, with repetitions.

    Each Han character begins a term, so that a search for one character is a search for terms
    that begin with it.
    """
    before, plain = None, plain_form(text)
    for unit in units(plain):
        if before is not None and (both := pair(before, unit) or hyphened(before, unit, plain)):
            yield both
        if unit.kind != Kind.HAN:
            yield unit.text
        before = unit
    if before is not None and before.kind == Kind.HAN:
        yield before.text


def lexemes(prefix: str, words: Mapping[Field, Iterable[str]]) -> list[str]:
    """What to store for the texts of each field, each term once; `prefix` says who finds it where.

    What stands in the title or the labels stands anywhere too.
    """
    terms = {field: _each(texts) for field, texts in words.items()}
    terms[Field.ANYWHERE] = terms[Field.TITLE] | terms[Field.LABEL] | terms[Field.ANYWHERE]
    stored = (prefix + field + term for field in Field for term in terms.get(field, ()))
    return list(_within(stored, MOST_BYTES))


def _each(texts: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(term for text in texts for term in terms_of(text))


def grams(text: str) -> frozenset[str]:
    """The words and pairs of a text, to compare it with many others: no pair across a gap."""
    said = list(units(plain_form(text)))
    pairs = (pair(one, other) for one, other in pairwise(said) if other.joined)
    words = (unit.text for unit in said if unit.kind != Kind.HAN)
    return frozenset([*filter(None, pairs), *words])


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Similarity of two sets of grams (Sørensen–Dice), 0 to 1; 0 if one is empty."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def within(short: frozenset[str], long: frozenset[str]) -> float:
    """The share of `short` that `long` contains, 0 to 1; 0 if they share only one pair."""
    common = len(short & long)
    return common / len(short) if common > 1 else 0.0


def _within(terms: Iterable[str], most: int) -> Iterator[str]:
    for term in terms:
        most -= len(term.encode()) + 1
        if most < 0:
            return
        yield term
