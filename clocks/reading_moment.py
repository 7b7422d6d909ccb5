"""When a date is read: on a screen at a moment that is known, or at any time, as on paper."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import Final

from clocks.spans import in_shanghai


class Paper(Enum):
    """What is kept and read at any time: a sheet, the record, minutes, a poster."""

    PAPER = "paper"


PAPER: Final = Paper.PAPER
# Whoever puts a date into words says when it is read, so that none can lack its year: at a
# moment, on a day in Shanghai, or on paper.
Seen = date | Paper


def today_of(seen: date) -> date:
    """The reader's day in Shanghai."""
    return in_shanghai(seen).date() if isinstance(seen, datetime) else seen


def shows_year(day: date, seen: Seen) -> bool:
    """On paper always; on a screen unless it is the year of the reader."""
    return isinstance(seen, Paper) or day.year != today_of(seen).year
