"""Places for photos, taken so that nobody else finds one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from issues.decoding import slots
from issues.decoding.slots import AT_THE_DOOR


@contextmanager
def nobody_decodes() -> Iterator[None]:
    """All who may are at the door: whoever needs a decoder is told to come again."""
    with ExitStack() as stack:
        for _ in range(AT_THE_DOOR):
            assert slots._door.acquire(blocking=False)
            stack.callback(slots._door.release)
        yield
