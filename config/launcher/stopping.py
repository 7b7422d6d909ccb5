"""Note Ctrl-C and other signals that ask to stop, and act on them at the next pause."""

import signal
import time
from collections.abc import Callable
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
SLICE = 0.05
# Seconds in which a repeated signal counts as the same: `make` and `timeout` pass on theirs.
SAME_WISH = 2.0


class Stopped(Exception):
    """Someone asked the launcher to end."""


class Stopping:
    """Notes signals; a handler that raised might lose a process that was just started."""

    def __init__(self) -> None:
        self.asked = False
        self.number = 0
        self._asked_at = 0.0
        self.hurry: Callable[[], None] = lambda: None

    def install(self) -> "Stopping":
        for number in SIGNALS:
            signal.signal(number, self._handle)
        return self

    def _handle(self, number: int, _frame: FrameType | None) -> None:
        if not self.asked:
            self.asked, self.number, self._asked_at = True, number, time.monotonic()
        elif time.monotonic() - self._asked_at > SAME_WISH:
            self.hurry()

    def pause(self, seconds: float) -> None:
        """Sleep, or raise `Stopped` as soon as someone asks."""
        end = time.monotonic() + seconds
        while not self.asked and time.monotonic() < end:
            time.sleep(SLICE)
        if self.asked:
            raise Stopped
