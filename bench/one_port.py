"""Pages through the ASGI entry against Granian's own WSGI, in turn on the same machine.

Decided by it: whether pages and streams share a port (docs/decisions/0052-one-port.md).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from statistics import median

from bench._wire import a_second
from config.launcher import parts
from config.launcher.children import Child
from config.launcher.environment import Address
from config.launcher.output import Output
from config.launcher.places import ROOT
from config.launcher.readiness import answers
from config.launcher.valkey import free_port
from tests.harness.waiting import wait_until
from tests.world import build_world

TIMES, SECONDS, CONNECTIONS = 5, 4.0, 16
PAGES = ("/healthz/", "/static/icons/pavilion.svg", "/venues/", "/")
WSGI = ("--interface", "wsgi", "--workers", "2", "--blocking-threads", "4", "--no-ws")
INTRODUCTION = f"""\
Answers in a second to {CONNECTIONS} connections that are kept alive, minimum / median / maximum of
{TIMES} turns of {SECONDS:.0f} seconds. Two processes each, and the one that asks beside them.
"""


def measure() -> Iterator[str]:
    build_world()
    yield INTRODUCTION
    yield "| page | Granian WSGI, 4 threads | ASGI and a2wsgi, 8 threads | ASGI ÷ WSGI |"
    yield "|---|--:|--:|--:|"
    with served(wsgi) as before, served(asgi) as now:
        for page in PAGES:
            figures: dict[int, list[float]] = {before: [], now: []}
            for _ in range(TIMES):
                for port in (before, now):
                    asked = a_second(port, page, connections=CONNECTIONS, seconds=SECONDS)
                    figures[port].append(asked)
            ratio = median(figures[now]) / median(figures[before])
            told = " | ".join(spread(figures[port]) for port in (before, now))
            yield f"| `{page}` | {told} | {ratio:.2f} |"


def spread(figures: list[float]) -> str:
    return " / ".join(f"{each:,.0f}" for each in (min(figures), median(figures), max(figures)))


def wsgi(address: Address) -> list[str]:
    where = ["--host", address.host, "--port", str(address.port)]
    return [sys.executable, "-m", "granian", *WSGI, *where, "config.wsgi:application"]


def asgi(address: Address) -> list[str]:
    return [*parts.web({}, Output(StringIO()), address).command]


@contextmanager
def served(command: object) -> Iterator[int]:
    assert callable(command)
    address = Address("127.0.0.1", free_port())
    output = Output(StringIO())
    web = Child("web", command(address), {**os.environ}, output, ROOT).start()
    try:
        wait_until(lambda: answers(address), seconds=60, what="the web server")
        yield address.port
    finally:
        web.stop()
