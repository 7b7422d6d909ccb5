"""When to come again: whatever refuses for a while says it here, and the answer tells the browser.

So no page in between has to hand it on. It imports nothing, since the database's backend needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_waits: ContextVar[list[int] | None] = ContextVar("waits", default=None)


@contextmanager
def heard_waits() -> Iterator[list[int]]:
    """The seconds that are said meanwhile."""
    waits: list[int] = []
    token = _waits.set(waits)
    try:
        yield waits
    finally:
        _waits.reset(token)


def come_again_in(seconds: int) -> None:
    waits = _waits.get()
    if waits is not None:
        waits.append(seconds)
