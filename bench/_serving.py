"""Web servers for a measurement, on the database of the run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO

from config.launcher import parts
from config.launcher.children import Child
from config.launcher.environment import Address
from config.launcher.output import Output
from config.launcher.places import ROOT
from config.launcher.readiness import answers
from config.launcher.valkey import free_port
from tests.harness.waiting import wait_until

Command = Callable[[Address], list[str]]
WSGI = ("--interface", "wsgi", "--workers", "2", "--blocking-threads", "4", "--no-ws")


def wsgi(address: Address) -> list[str]:
    where = ["--host", address.host, "--port", str(address.port)]
    return [sys.executable, "-m", "granian", *WSGI, *where, "config.wsgi:application"]


def asgi(address: Address) -> list[str]:
    return [*parts.web({}, Output(StringIO()), address).command]


@contextmanager
def served(command: Command) -> Iterator[int]:
    address = Address("127.0.0.1", free_port())
    output = Output(StringIO())
    web = Child("web", command(address), {**os.environ}, output, ROOT).start()
    try:
        wait_until(lambda: answers(address), seconds=60, what="the web server")
        yield address.port
    finally:
        web.stop()
