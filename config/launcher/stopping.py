"""Ctrl-C and its relatives: noted when they come, acted upon at the next pause."""

import signal
import time
from collections.abc import Callable
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SLICE = 0.05


class Stopped(Exception):
    """Someone asked the launcher to end."""


class Stopping:
    """A handler that raised at any line could lose a process that was just started."""

    def __init__(self) -> None:
        self.asked = False
        self.hurry: Callable[[], None] = lambda: None

    def install(self) -> "Stopping":
        for number in SIGNALS:
            signal.signal(number, self._handle)
        return self

    def _handle(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked:
            self.hurry()
        self.asked = True

    def pause(self, seconds: float) -> None:
        """Sleep, or raise `Stopped` as soon as someone asks."""
        end = time.monotonic() + seconds
        while not self.asked and time.monotonic() < end:
            time.sleep(SLICE)
        if self.asked:
            raise Stopped
