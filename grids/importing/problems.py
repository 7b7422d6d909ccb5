"""What is wrong with a file, said so that the person who made it can mend it."""

from __future__ import annotations

from dataclasses import dataclass


class Unreadable(Exception):
    """The file as a whole can't be read; the sentence says why and what to do."""

    def __init__(self, sentence: object) -> None:
        super().__init__(str(sentence))


@dataclass(frozen=True, slots=True)
class Problem:
    """`line` as a text editor or Excel counts it, the header being line 1."""

    line: int
    column: str
    sentence: str
