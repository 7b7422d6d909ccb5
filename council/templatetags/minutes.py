"""Tables of minutes as a page draws them: side by side, or on a narrow screen below each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from django import template

from council.minutes.sections import SectionTable

# How many signs as wide as high a narrow phone has room for, and what each column takes beside.
ROOM, GAP = 20.0, 1.4
# How much larger signs are in large print (static/css/pavilion.css).
LARGE = 1.435

register = template.Library()


@register.filter
def labelled(table: SectionTable) -> Iterator[list[tuple[str, str]]]:
    """Its rows, each cell with the name of its column."""
    for row in table.rows:
        yield list(zip(table.head, row, strict=True))


@register.filter
def is_wide(table: SectionTable, large_print: object = "") -> bool:
    """Whether its columns have no room beside each other on a narrow phone."""
    columns = zip(table.head, *table.rows, strict=True)
    needed = sum(max(map(_width, column)) + GAP for column in columns)
    return needed * (LARGE if large_print else 1) > ROOM


def _width(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.55 for sign in text)
