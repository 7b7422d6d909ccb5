"""The rows of README's tour, as they stand there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).resolve().parents[3] / "README.md"
HEAD = "| be | on a | press | and see |"
# What is said beside the words to press: where to be, what to write.
ASIDE = re.compile(r"\([^)]*\)\s*")


@dataclass(frozen=True, slots=True)
class Row:
    """`press` holds the words of the pages, in order; an address or a key stands in backticks."""

    be: str
    on: str
    press: str
    see: str

    @property
    def name(self) -> str:
        return self.be.partition(",")[0]

    @property
    def words(self) -> list[str]:
        steps = (ASIDE.sub("", step).strip() for step in self.press.split("→"))
        return [step for step in steps if step]


def rows() -> list[Row]:
    lines = README.read_text(encoding="utf-8").splitlines()
    first = lines.index(HEAD) + 2
    found = []
    for line in lines[first:]:
        if not line.startswith("|"):
            break
        found.append(Row(*(cell.strip() for cell in line.strip("| ").split(" | "))))
    return found
