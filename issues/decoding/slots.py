"""How many pictures are worked on at once, on this machine and in this process.

A place is a file that is locked while a picture is worked on (flock). The kernel counts across
all processes of the machine, and frees the place of one that dies, whatever it died of.
"""

from __future__ import annotations

import fcntl
import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

from django.conf import settings

# Threads of a process that may be at it or wait for it; the others go on serving pages.
AT_THE_DOOR: Final = 3
# Seconds that somebody waits for a place, and between two looks.
PATIENCE: Final = 8.0
PAUSE: Final = 0.05

logger = logging.getLogger(__name__)
_door = BoundedSemaphore(AT_THE_DOOR)


class NoPlace(Exception):
    """As many as may are at work."""


@contextmanager
def place(*, stranger: bool) -> Iterator[None]:
    """Hold a place. Of several, strangers never take the last. Raises NoPlace."""
    if not _door.acquire(blocking=False):
        raise NoPlace
    try:
        held = _held(stranger=stranger)
        try:
            yield
        finally:
            if held is not None:
                os.close(held)
    finally:
        _door.release()


def _held(*, stranger: bool) -> int | None:
    """The descriptor that holds the lock; None where there can be none, a full disk perhaps."""
    try:
        return _taken(_places(stranger=stranger))
    except OSError:
        logger.exception("Photos are not counted on this machine.")
        return None


def _places(*, stranger: bool) -> list[Path]:
    count = max(1, settings.PHOTOS_AT_ONCE)
    folder: Path = settings.PHOTO_PLACES
    folder.mkdir(parents=True, exist_ok=True)
    every = [folder / f"photo-place-{number}.lock" for number in range(count)]
    return (every[: count - 1] or every) if stranger else every[::-1]


def _taken(places: list[Path]) -> int:
    until = time.monotonic() + PATIENCE
    while True:
        for file in places:
            descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(descriptor)
            else:
                return descriptor
        if time.monotonic() > until:
            raise NoPlace
        time.sleep(PAUSE)
