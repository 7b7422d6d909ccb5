"""People in minutes: marks in the text, names beside it, where they can be erased."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

MARK: Final = re.compile(r"⟦([0-9]{1,4})⟧")
# What people type never looks like a mark.
TYPED: Final = str.maketrans({"⟦": "[", "⟧": "]"})
SHORTEST: Final = 2


def mark_of(number: int) -> str:
    return f"⟦{number}⟧"


def typed(text: str) -> str:
    """`text` without signs that would be read as a mark."""
    return text.translate(TYPED)


def held(text: str, numbers: Mapping[str, int]) -> str:
    """`text` as somebody typed it, with a mark for every name that is known; longer names first.

    A single sign is no name: it would be found in other words.
    """
    plain = typed(text)
    known = sorted((name for name in numbers if len(name) >= SHORTEST), key=len, reverse=True)
    if not known:
        return plain
    pattern = re.compile("|".join(map(re.escape, known)))
    return pattern.sub(lambda found: mark_of(numbers[found.group()]), plain)


def shown(text: str, names: Mapping[int, str], *, unknown: str) -> str:
    """`text` with the name of each mark; `unknown` stands for who is not named any more."""
    return MARK.sub(lambda found: names.get(int(found.group(1))) or unknown, text)
