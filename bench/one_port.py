"""Pages through the ASGI entry against Granian's own WSGI, in turn on the same machine.

Decided by it: whether pages and streams share a port (docs/decisions/0054-one-port.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from bench._serving import asgi, served, wsgi
from bench._wire import a_second
from tests.world import build_world

TIMES, SECONDS, CONNECTIONS = 5, 4.0, 16
PAGES = ("/healthz/", "/static/icons/pavilion.svg", "/venues/", "/")
INTRODUCTION = f"""\
Answers in a second to {CONNECTIONS} connections that are kept alive, minimum / median / maximum of
{TIMES} turns of {SECONDS:.0f} seconds. Two processes each, and the one that asks beside them.
"""


def measure() -> Iterator[str]:
    build_world()
    yield INTRODUCTION
    yield "| page | Granian WSGI, 4 threads | ASGI, 8 threads | ASGI ÷ WSGI |"
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
