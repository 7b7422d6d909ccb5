"""What must not stand in a public text: numbers, doors, codes and names, found and replaced. Pure.

A suggestion for whoever checks the text, who reads it beside the original and has the last word.
The rules read one normal form (`normal.py`), so that no width, no blank and no spelling hides a
number from them; what they find is replaced in the original.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from issues.masking.accounts import accounts, plates
from issues.masking.codes import codes
from issues.masking.disguised import in_words, look_alikes, papers
from issues.masking.doors import doors
from issues.masking.halves import half_hidden, said_halves
from issues.masking.hits import GONE, Hidden, Rule, Span
from issues.masking.innocent import pass_over
from issues.masking.names import known_names, said_names
from issues.masking.normal import TAKEN, Normal, normal_form
from issues.masking.numbers import identities, numbers

__all__ = ["GONE", "Hidden", "Hit", "Masked", "mask"]

# In this order: what is longer and surer comes first.
BEFORE: Final[tuple[Rule, ...]] = (
    said_names,
    codes,
    accounts,
    half_hidden,
    identities,
    papers,
    look_alikes,
    in_words,
    said_halves,
)
AFTER: Final[tuple[Rule, ...]] = (numbers, plates, doors)


@dataclass(frozen=True, slots=True)
class Hit:
    kind: Hidden
    original: str
    shown: str


@dataclass(frozen=True, slots=True)
class Masked:
    text: str
    hits: tuple[Hit, ...]


def mask(text: str, *, names: Iterable[str] = (), but: Container[Hidden] = frozenset()) -> Masked:
    """`text` without what tells who or which door; each replacement is named once.

    `names` are the people known to stand behind the matter; the kinds in `but` stay.
    """
    normal = normal_form(text)
    hits: list[Hit] = []
    changes: list[tuple[int, int, str]] = []
    for span in _found(normal, names, but):
        start, end = normal.slice(span.start, span.end)
        hidden = (
            start if span.hidden_from is None else normal.slice(span.start, span.hidden_from)[1]
        )
        changes.append((hidden, end, span.shown))
        hits.append(Hit(span.kind, text[start:end], f"{text[start:hidden]}{span.shown}"))
        normal.take(span.start if span.hidden_from is None else span.hidden_from, span.end)
    return Masked(_changed(text, changes), tuple(dict.fromkeys(hits)))


def _found(normal: Normal, names: Iterable[str], but: Container[Hidden]) -> Iterator[Span]:
    """Each place once: what one rule took, the next ones don't see."""
    known: Rule = partial(known_names, names=names)
    yield from _untaken(normal, (known,), frozenset())
    yield from _untaken(normal, BEFORE, but)
    pass_over(normal)
    yield from _untaken(normal, AFTER, but)


def _untaken(normal: Normal, rules: Iterable[Rule], but: Container[Hidden]) -> Iterator[Span]:
    for rule in rules:
        for span in rule(normal):
            hidden = span.start if span.hidden_from is None else span.hidden_from
            if span.kind not in but and TAKEN not in normal.text[hidden : span.end]:
                yield span


def _changed(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    for start, end, shown in sorted(changes, reverse=True):
        text = f"{text[:start]}{shown}{text[end:]}"
    return text
