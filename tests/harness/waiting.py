"""Watching real processes, with a bound."""

import time
from collections.abc import Callable

PAUSE = 0.05


def wait_until(
    holds: Callable[[], object], *, seconds: float = 30, what: str = "what was waited for"
) -> None:
    """Ask again and again; say what did not come about."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"Not within {seconds:g} seconds: {what}")
        time.sleep(PAUSE)
