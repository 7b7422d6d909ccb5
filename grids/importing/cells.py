"""The value of a workbook's cell, as its author would type it."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time
from typing import Any

# A format such as 00000000000 shows zeros in front that the number doesn't have.
ZEROS = re.compile(r"0+")
# Beyond it Excel has rounded, so the number is written as it is: shortened.
EXACT = 1e15


def text_of(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        value = int(value) if abs(value) < EXACT else value
    return _padded(value, cell) if isinstance(value, int) else str(value)


def _day(value: date) -> str:
    """A moment that isn't the beginning of a day keeps its time, by which it is no day."""
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(" ", "minutes")
    return value.isoformat()[:10]


def _padded(number: int, cell: Any) -> str:
    shown = ZEROS.fullmatch(str(cell.number_format)) if number >= 0 else None
    return str(number).zfill(len(shown[0]) if shown else 0)
