"""Children that decode, kept from one picture to the next and replaced when they die."""

from __future__ import annotations

import atexit
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import IO, Final

from issues.decoding.outline import Outline
from issues.decoding.sizes import PhotoSize, Rendition
from issues.decoding.wire import read, read_head, write
from issues.photo_formats import PhotoProblem, PhotoReason

ROOT: Final = Path(__file__).resolve().parent.parent.parent
COMMAND: Final = [sys.executable, "-m", "issues.decoding.child"]
# Seconds of the processor for one picture; the largest honest ones take one.
MOST_SECONDS: Final = 5
# Seconds on the clock, on a machine that has other things to do; those of work are the child's own.
PATIENCE: Final = 30.0
# What a child needs of the environment: no secrets, and the folder in which runs are recognised.
HANDED_ON: Final = ("PATH", "LANG", "PYTHONDONTWRITEBYTECODE", "PAVILION_PROCESSES")
# Bytes; a picture of 1600 pixels never comes near.
MOST_RENDITION: Final = 16 * 1024 * 1024

logger = logging.getLogger(__name__)


class TookTooLong(Exception):
    """The machine was too busy: the picture may be good."""


class Decoder:
    """One child. Used by one thread at a time."""

    def __init__(self, most_seconds: int = MOST_SECONDS) -> None:
        self.is_late = False
        self.process = subprocess.Popen(  # noqa: S603 — a constant of ours
            [*COMMAND, str(most_seconds)],
            cwd=ROOT,
            env={name: os.environ[name] for name in HANDED_ON if name in os.environ},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    def render(self, outline: Outline) -> list[Rendition]:
        """Raises PhotoProblem, and TookTooLong when the child had to be given up."""
        timer = Timer(PATIENCE, self._give_up)
        timer.start()
        try:
            return self._asked(outline)
        except (EOFError, OSError, ValueError) as fault:
            raise self._why(fault) from fault
        finally:
            timer.cancel()

    def _asked(self, outline: Outline) -> list[Rendition]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        said = {"kind": outline.kind, "orientation": outline.orientation}
        sizes = {"content": len(outline.plain), "profile": len(outline.profile)}
        write(self.process.stdin, said | sizes, outline.plain, outline.profile)
        return _answered(self.process.stdout)

    def _give_up(self) -> None:
        self.is_late = True
        self.process.kill()

    def _why(self, fault: Exception) -> Exception:
        """Of a child that died, or says what none of ours would say."""
        self.process.kill()
        code = self.process.wait()
        self.close()
        logger.warning("A picture ended its decoder (%s).", code)
        if self.is_late:
            return TookTooLong()
        stopped = code == -signal.SIGXCPU
        return PhotoProblem(PhotoReason.LABORIOUS if stopped else PhotoReason.BROKEN)

    def close(self) -> None:
        """The child ends once it has nothing more to read."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _answered(source: IO[bytes]) -> list[Rendition]:
    head = read_head(source)
    if not head:
        raise PhotoProblem(PhotoReason.BROKEN)
    if len(head) != len(PhotoSize):
        raise ValueError("one rendition for each size")
    return [
        Rendition(read(source, length, most=MOST_RENDITION), int(width), int(height))
        for width, height, length in head
    ]


_idle: list[Decoder] = []


@contextmanager
def decoder() -> Iterator[Decoder]:
    """One that is free; the last that worked first, so that there are no more than are needed.

    Raises TookTooLong where the machine can't start another.
    """
    try:
        taken = _free() or Decoder()
    except OSError as fault:
        logger.exception("No process could be started to decode a photo.")
        raise TookTooLong from fault
    try:
        yield taken
    finally:
        if taken.is_alive:
            _idle.append(taken)
        else:
            taken.close()


def _free() -> Decoder | None:
    while _idle:
        taken = _idle.pop()
        if taken.is_alive:
            return taken
        taken.close()
    return None


def _end_all() -> None:
    """They would end by themselves, a moment later than who started them."""
    for one in _idle:
        one.close()
    for one in _idle:
        with suppress(subprocess.TimeoutExpired):
            one.process.wait(1)


# The children of a process that forks are not those of its copy.
os.register_at_fork(after_in_child=_idle.clear)
atexit.register(_end_all)
