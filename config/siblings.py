"""Web workers look after each other: one that is frozen is ended, and the server starts another.

Each has its own queue of new lines, so a frozen one holds up every second page, and the server
only sees who has ended. Each touches its file every few seconds, and holds a lock on it: who is
dead holds none, and a number that the system gave to somebody else is never ended.
"""

from __future__ import annotations

import asyncio
import fcntl
import logging
import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

EVERY: Final = 2.0
# Looks without a sign. One's own are counted, so that a machine that slept blames nobody.
PATIENCE: Final = 15
logger = logging.getLogger(__name__)


class Siblings:
    """Of the workers of one `server`, which is known by its number."""

    def __init__(self, folder: Path, *, server: int) -> None:
        self.folder, self.server = folder, server
        self.own = folder / f"{server}-{os.getpid()}"
        # By the name of each: its last sign, and the looks since.
        self.silent: dict[str, tuple[int, int]] = {}
        self.begin()

    def begin(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.held: IO[str] = self.own.open("w", encoding="ascii")
        fcntl.flock(self.held, fcntl.LOCK_EX)

    def end(self) -> None:
        self.own.unlink(missing_ok=True)
        self.held.close()

    def look(self) -> None:
        try:
            os.utime(self.own)
        except FileNotFoundError:
            # Taken for a dead one's, between its being made and being locked.
            self.begin()
        for file in self.folder.iterdir():
            if file != self.own:
                # It may end meanwhile.
                with suppress(FileNotFoundError, ProcessLookupError):
                    self.look_at(file)

    def look_at(self, file: Path) -> None:
        if is_free(file):
            file.unlink()
            return
        server, _, worker = file.name.partition("-")
        if server != str(self.server):
            return
        sign = file.stat().st_mtime_ns
        before, looks = self.silent.get(file.name, (sign, -1))
        looks = looks + 1 if sign == before else 0
        self.silent[file.name] = (sign, looks)
        if looks >= PATIENCE:
            logger.error("Web worker %s is frozen: it is ended, and another one started.", worker)
            os.kill(int(worker), signal.SIGKILL)


def is_free(file: Path) -> bool:
    """Whether nobody holds it any more."""
    with file.open("r", encoding="ascii") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


async def look_after_siblings(folder: Path) -> None:
    """Until it is cancelled. Where no file can be written there is no such watch."""
    try:
        siblings = Siblings(folder, server=os.getppid())
    except OSError:
        logger.exception("Web workers can't look after each other.")
        return
    try:
        while True:
            await asyncio.sleep(EVERY)
            with suppress(OSError):
                siblings.look()
    finally:
        siblings.end()
