"""What only a look at a sheet tells: what is hidden, merged, or was never worked out.

openpyxl passes over it while it reads a sheet line by line, so the sheet's own file is read once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import IO, Any

from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _

from grids.importing.problems import Unreadable
from grids.importing.table import MOST_LINES

MOST_COLUMNS = 200
# Empty lines don't count, but there is an end to them.
LAST_LINE = 3 * MOST_LINES
MOST_MERGED = 100_000
TRUE = frozenset({"1", "true", "on"})
CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


@dataclass(slots=True)
class Looks:
    """Of the lines below the header. Lines and columns count from one."""

    last: int = 0
    hidden_lines: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    not_computed: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def hides(self, column: int) -> bool:
        return any(first <= column <= last for first, last in self.hidden_columns)


def looks_of(source: IO[bytes], *, below: int) -> Looks:
    """Raises Unreadable for more lines than are read, and errors of any kind for broken XML."""
    looks = Looks(last=below)
    line, areas = 0, []
    for _event, element in iterparse(source):
        match element.tag.rpartition("}")[2]:
            case "col" if element.get("hidden") in TRUE:
                looks.hidden_columns.append((int(element.get("min")), int(element.get("max"))))
            case "row":
                line = int(element.get("r") or line + 1)
                if line > below:
                    _look_at(element, line, looks)
                element.clear()
            case "mergeCell":
                areas.append(element.get("ref") or "")
    room = MOST_MERGED
    for area in areas:
        room -= _merge(area, looks, below=below)
        if room < 0:
            raise Unreadable(_("Too many cells are merged. Unmerge them, and send it again."))
    return looks


def _look_at(row: Any, line: int, looks: Looks) -> None:
    column, says_something = 0, False
    for cell in row:
        found = CELL.fullmatch(cell.get("r") or "")
        column = column_number(found[1]) if found else column + 1
        parts = {part.tag.rpartition("}")[2]: part for part in cell}
        value = parts["v"].text if "v" in parts else None
        # The result of a formula may be an empty text; then it says that it is one.
        if "f" in parts and not value and not ("v" in parts and cell.get("t") == "str"):
            looks.not_computed[line].add(column)
            says_something = True
        if "is" in parts or value:
            says_something = True
    if not says_something:
        return
    if line > LAST_LINE:
        raise Unreadable(_("There are more than 20,000 lines. Send them in parts."))
    looks.last = line
    if row.get("hidden") in TRUE or row.get("ht") == "0":
        looks.hidden_lines.append(line)


def _merge(area: str, looks: Looks, *, below: int) -> int:
    """Note all cells of the area but its first, which holds the value; return how many."""
    first, _colon, last = area.partition(":")
    start, end = CELL.fullmatch(first), CELL.fullmatch(last or first)
    if start is None or end is None:
        return 0
    top = int(start[2])
    left, right = column_number(start[1]), min(column_number(end[1]), MOST_COLUMNS)
    lines = range(max(top, below + 1), min(int(end[2]), looks.last) + 1)
    count = len(lines) * max(right + 1 - left, 0)
    if count <= MOST_MERGED:
        for line in lines:
            looks.merged[line].update(range(left + (line == top), right + 1))
    return count


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number
