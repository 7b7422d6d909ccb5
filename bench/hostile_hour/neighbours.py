"""Residents who raise, workers who take in, and a proxy that asks whether the site is well."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from bench.hostile_hour.lines import Site, address
from bench.hostile_hour.tally import Tally

# Seconds from one to the next, however long the last one waits.
RAISES_EVERY, RECEIVES_EVERY, HEALTH_EVERY = 0.5, 0.5, 0.25
RESIDENTS, WORKERS, WATCH = 10, 11, 12
REFERENCE = re.compile(r"/issues/([^/]+)/receipt/")
FOUND, GOOD = 302, 200
SAID = "三号楼前的下水道又堵了，脏水漫到便道上，老人绕着走，请来看看。这是今天第{}回有人说。"

Act = Callable[[int], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Grid:
    """Where residents raise: a building, and the sessions of those who take in what is there."""

    building: int
    workers: Sequence[str]


@dataclass
class Neighbours:
    site: Site
    residents: Sequence[str]
    grids: Sequence[Grid]
    tally: Tally

    def __post_init__(self) -> None:
        # The reference of a matter, and the number of its grid.
        self.raised: asyncio.Queue[tuple[str, int]] = asyncio.Queue()

    async def live(self, seconds: float) -> None:
        async with asyncio.TaskGroup() as tasks:
            for every, act in (
                (RAISES_EVERY, self.raise_matter),
                (RECEIVES_EVERY, self.receive),
                (HEALTH_EVERY, self.ask_health),
            ):
                tasks.create_task(paced(every, seconds, act))

    async def raise_matter(self, number: int) -> None:
        at, grid = number % len(self.residents), number % len(self.grids)
        source, session = address(RESIDENTS, at), self.residents[at]
        page = await self.site.page(source, "/raise/", session=session)
        self.tally.waits["page of raising"].note(page, good=GOOD)
        fields = {
            "submission": str(uuid4()),
            "text": SAID.format(number),
            "building": str(self.grids[grid].building),
        }
        answer = await self.site.send(source, "/raise/", fields, session=session)
        found = REFERENCE.search(answer.location)
        if self.tally.waits["raise"].note(answer, good=FOUND) and found:
            self.raised.put_nowait((found[1], grid))

    async def receive(self, number: int) -> None:
        if self.raised.empty():
            return
        reference, grid = self.raised.get_nowait()
        at = number // len(self.grids) % len(self.grids[grid].workers)
        source, session = address(WORKERS, grid * 100 + at), self.grids[grid].workers[at]
        page = await self.site.page(source, f"/issues/{reference}/", session=session)
        self.tally.waits["page of a matter"].note(page, good=GOOD)
        fields, path = {"submission": str(uuid4())}, f"/issues/{reference}/act/receive/"
        answer = await self.site.send(source, path, fields, session=session)
        self.tally.waits["receive"].note(answer, good=FOUND)

    async def ask_health(self, _number: int) -> None:
        answer = await self.site.page(address(WATCH, 0), "/healthz/")
        self.tally.waits["healthz"].note(answer, good=GOOD)


async def paced(every: float, seconds: float, act: Act) -> None:
    """Nobody waits for another's answer; otherwise a slow site would be asked less often."""
    began = time.monotonic()
    async with asyncio.TaskGroup() as tasks:
        for number in range(int(seconds / every)):
            await asyncio.sleep(began + number * every - time.monotonic())
            tasks.create_task(act(number))
