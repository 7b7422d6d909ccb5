"""Whether somebody knows what a text says, without being shown it."""

from __future__ import annotations

import unicodedata

# A few words: six Chinese characters or twelve letters. Less could be guessed.
ENOUGH = 12
WIDE = frozenset({"W", "F"})


def knows(said: str, text: str) -> bool:
    """True if `said` stands in `text`, whatever its case, width, blanks and punctuation.

    Of a text that is shorter than a few words, all must be said.
    """
    wanted, whole = bare(said), bare(text)
    return bool(wanted) and wanted in whole and weight(wanted) >= min(ENOUGH, weight(whole))


def bare(text: str) -> str:
    return "".join(
        sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum()
    )


def weight(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in WIDE else 1 for sign in text)
