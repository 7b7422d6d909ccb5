"""What a correction changed, sign by sign in Chinese and word by word otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

Kind = Literal["same", "out", "in"]
# A run of Latin letters or digits, a run of spaces, or any other single sign.
TOKEN: Final = re.compile(r"[0-9A-Za-z_À-ɏ]+|[^\S\n]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    kind: Kind
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """Pieces that read `after` without what is out, and `before` without what is in.

    Paragraphs are compared first, so that long minutes take no longer than their changes.
    """
    pieces: list[Piece] = []
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for kind, left, right in _steps(old, new):
        if kind == "replace":
            pieces += _within("".join(left), "".join(right))
        else:
            pieces += _pieces(kind, "".join(left), "".join(right))
    return pieces


def _within(before: str, after: str) -> Iterator[Piece]:
    for kind, left, right in _steps(TOKEN.findall(before), TOKEN.findall(after)):
        yield from _pieces(kind, "".join(left), "".join(right))


def _pieces(kind: str, left: str, right: str) -> Iterator[Piece]:
    if kind == "equal":
        yield Piece("same", left)
        return
    if left:
        yield Piece("out", left)
    if right:
        yield Piece("in", right)


def _steps(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        yield kind, old[i1:i2], new[j1:j2]
