"""How many lines a flood may leave in a log: so many of one address in an hour, and in all.

Counted by each process for itself: it waits for nobody, and counts where Valkey is away, too.
"""

from __future__ import annotations

import time
from collections import Counter
from enum import Enum, auto
from threading import Lock
from typing import Final

HOUR: Final = 3600


class Room(Enum):
    LEFT = auto()
    # For this line, which says that more is left out.
    LAST = auto()
    NONE = auto()


class FewLines:
    """Of one kind that costs whoever causes it nothing."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.hour = 0
        self.written: Counter[str] = Counter()

    def room(self, address: str, *, most: int, in_all: int) -> Room:
        """Count one more of `address`. No more addresses are remembered than lines are written."""
        with self.lock:
            hour = int(time.time() // HOUR)
            if hour != self.hour:
                self.hour, self.written = hour, Counter()
            if self.written[address] >= most or self.written.total() >= in_all:
                return Room.NONE
            self.written[address] += 1
            is_last = self.written[address] == most or self.written.total() == in_all
            return Room.LAST if is_last else Room.LEFT
