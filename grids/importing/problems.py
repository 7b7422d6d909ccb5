"""What is wrong with a file, in words by which its author can correct it."""

from __future__ import annotations

from dataclasses import dataclass


class Unreadable(Exception):
    """The file as a whole can't be read; the sentence says why and what to do.

    `lacks` counts the columns that a table still needs: of several tables the nearest is named.
    """

    def __init__(self, sentence: object, *, lacks: int = 0) -> None:
        super().__init__(str(sentence))
        self.lacks = lacks


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem in one cell. `line` counts as an editor or Excel does; the header is line 1."""

    line: int
    column: str
    sentence: str
