"""Search and compare texts by pairs of characters, since Chinese has no spaces between words.

Everything here is pure. `search_text` goes into `to_tsvector('simple', …)`, queries go into
`to_tsquery('simple', …)`. Both contain only letters and digits, whatever was typed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

# Han characters with their extensions, 々 and 〇, and kana, also written without spaces.
_HAN: Final = "々〇\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS: Final = re.compile(rf"(?P<han>(?:(?!\W)[{_HAN}])+)|(?P<word>[^\W_{_HAN}]+)")
# Invisible characters: joiners, direction marks, variation selectors.
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)

LONGEST_WORD: Final = 40
# A tsvector may have a megabyte at most, and nobody types a longer query.
MOST_BYTES: Final = 256 * 1024
MOST_ASKED: Final = 32
# Two reports at least this similar are shown as perhaps the same: a hint, never a decision.
NEAR: Final = 0.3
# A short sentence of which a longer report contains at least this share is shown likewise.
WITHIN: Final = 0.5


def normalise(text: str) -> str:
    """`text` in one form whatever its width and case, without invisible characters."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFKC", plain.casefold())


def search_text(*texts: str) -> str:
    """What to index for `texts`, each term once.

    The last character of every run is also a term of its own. So each character begins a term,
    and a search for one character is a search for terms that begin with it.
    """
    terms = dict.fromkeys(term for text in texts for term in _terms(text, tails=True))
    return " ".join(_within(terms, MOST_BYTES))


def search_query(text: str) -> str:
    """A query for texts with everything in `text`; "" if it holds nothing to search for."""
    asked = dict.fromkeys(_terms(text, tails=False))
    return " & ".join(_quoted(term) for term in islice(asked, MOST_ASKED))


def overlap_query(text: str) -> str:
    """A query for texts that share any pair with `text`, to be compared afterwards; or ""."""
    asked = dict.fromkeys(_terms(text, tails=False))
    return " | ".join(_quoted(term) for term in islice(asked, MOST_ASKED))


def grams(text: str) -> frozenset[str]:
    """The pairs and words of a text, to compare it with many others."""
    return frozenset(_terms(text, tails=False))


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Similarity of two sets of grams (Sørensen–Dice), 0 to 1; 0 if one is empty."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def within(short: frozenset[str], long: frozenset[str]) -> float:
    """The share of `short` that `long` contains, 0 to 1; 0 if they share only one pair."""
    common = len(short & long)
    return common / len(short) if common > 1 else 0.0


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
    """`term` in quotes; it consists of letters and digits, so nothing needs escaping."""
    alone = len(term) == 1 and _RUNS.fullmatch(term)
    return f"'{term}':*" if alone and alone["han"] else f"'{term}'"


def _within(terms: Iterable[str], most: int) -> Iterator[str]:
    for term in terms:
        most -= len(term.encode()) + 1
        if most < 0:
            return
        yield term
