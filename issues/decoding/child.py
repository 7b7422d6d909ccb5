"""The process that decodes: `python -m issues.decoding.child SECONDS`, started by `decoder.py`.

It reads pictures from its standard input and writes what they show to its standard output, one
after the other, until the input ends: so it never outlives who started it. It knows no settings,
no secrets and no database. What its limits stop is told to the parent by its death.
"""

import os
import resource
import signal
import sys
import warnings
from contextlib import suppress
from math import ceil
from typing import BinaryIO, Final

from issues.decoding.rendering import PLUGINS, rendered
from issues.decoding.sizes import Rendition
from issues.decoding.wire import read, read_head, write

# Bytes; the largest picture that is decoded whole takes half of it, the program included.
MOST_MEMORY: Final = 640 * 1024 * 1024
# Behind those who wait for a page.
POLITE: Final = 5
# Bytes that the parent lets through, and a little more.
MOST_CONTENT: Final = 16 * 1024 * 1024


def main(most_seconds: int) -> None:
    """`most_seconds`: of the processor, for one picture."""
    confine()
    source, target = sys.stdin.buffer, sys.stdout.buffer
    with suppress(EOFError):
        while True:
            answer(target, worked_on(source, most_seconds))


def worked_on(source: BinaryIO, most_seconds: int) -> list[Rendition]:
    """What the next picture shows; nothing if it can't be decoded. EOFError after the last."""
    asked = read_head(source)
    content = read(source, asked["content"], most=MOST_CONTENT)
    profile = read(source, asked["profile"], most=MOST_CONTENT)
    allow(most_seconds)
    try:
        return rendered(content, asked["kind"], orientation=asked["orientation"], profile=profile)
    # Decoders answer a broken file with almost any exception there is.
    except Exception:
        return []


def confine() -> None:
    """Not all systems know all of it."""
    assert PLUGINS
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    with suppress(OSError):
        os.nice(POLITE)
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_AS, MOST_MEMORY),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


def allow(seconds: int) -> None:
    """The limit counts from the start of the process, so it moves on with each picture."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = ceil(used.ru_utime + used.ru_stime) + seconds
    _now, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard < 0 else min(most, hard), hard))


def answer(target: BinaryIO, made: list[Rendition]) -> None:
    head = [[one.width, one.height, len(one.content)] for one in made]
    write(target, head, *(one.content for one in made))


if __name__ == "__main__":
    main(int(sys.argv[1]))
