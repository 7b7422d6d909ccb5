"""Chinese has no spaces between words, so texts are searched and compared by pairs of characters.

Everything here is pure. `search_text` goes into `to_tsvector('simple', …)`, the queries into
`to_tsquery('simple', …)`; both are made of letters and digits only, whatever was typed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

# Han with its extensions, 々 and 〇, and kana, which is written without spaces too.
_HAN: Final = "々〇\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS: Final = re.compile(rf"(?P<han>(?:(?!\W)[{_HAN}])+)|(?P<word>[^\W_{_HAN}]+)")
# What takes no space on the page: joiners, marks of direction, variants of a character.
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)

LONGEST_WORD: Final = 40
# A tsvector ends at a megabyte, and a query need not be longer than what people type.
MOST_BYTES: Final = 256 * 1024
MOST_ASKED: Final = 32
# From which similarity on two reports are shown as perhaps the same; a hint, never a decision.
NEAR: Final = 0.3
# From which share of a short sentence in a longer report on the two are shown likewise.
WITHIN: Final = 0.5


def normalise(text: str) -> str:
    """One form for what looks alike: full and half width, capitals, invisible characters."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFKC", plain.casefold())


def search_text(*texts: str) -> str:
    """What to index for `texts`, each term once.

    The last character of every run stands there alone too: with it, each character begins a
    term, and asking for a single one is asking for a beginning.
    """
    terms = dict.fromkeys(term for text in texts for term in _terms(text, tails=True))
    return " ".join(_within(terms, MOST_BYTES))


def search_query(text: str) -> str:
    """All of what was typed must be there; "" if nothing in it can be searched for."""
    asked = dict.fromkeys(_terms(text, tails=False))
    return " & ".join(_quoted(term) for term in islice(asked, MOST_ASKED))


def overlap_query(text: str) -> str:
    """Any pair of characters shared with `text`: to narrow down before comparing; or ""."""
    asked = dict.fromkeys(_terms(text, tails=False))
    return " | ".join(_quoted(term) for term in islice(asked, MOST_ASKED))


def grams(text: str) -> frozenset[str]:
    """The pairs and words of a text, to be compared with those of many others."""
    return frozenset(_terms(text, tails=False))


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared share of two sets of grams, 0 to 1; nothing is like nothing."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def within(short: frozenset[str], long: frozenset[str]) -> float:
    """How much of `short` stands in `long`, 0 to 1; a single pair in common says nothing."""
    common = len(short & long)
    return common / len(short) if common > 1 else 0.0


def similarity(one: str, other: str) -> float:
    return dice(grams(one), grams(other))


def _terms(text: str, *, tails: bool) -> Iterator[str]:
    for run in _RUNS.finditer(normalise(text)):
        han = run["han"]
        if han is None:
            yield run["word"][:LONGEST_WORD]
            continue
        yield from (han[at : at + 2] for at in range(len(han) - 1))
        if tails or len(han) == 1:
            yield han[-1]


def _quoted(term: str) -> str:
    """A term is letters and digits only, so nothing in it needs escaping."""
    alone = len(term) == 1 and _RUNS.fullmatch(term)
    return f"'{term}':*" if alone and alone["han"] else f"'{term}'"


def _within(terms: Iterable[str], most: int) -> Iterator[str]:
    for term in terms:
        most -= len(term.encode()) + 1
        if most < 0:
            return
        yield term
