"""Phones in a hall: each follows a sitting by its stream, and votes once."""

from __future__ import annotations

import asyncio
import random
import re
import time
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.conf import settings

from bench._wire import Connection

VERSION = re.compile(rb'"version": ?(\d+)')
TOKEN = "a" * 32


@dataclass
class Phone:
    """When each version came, and when and how its own vote was answered."""

    port: int
    meeting: UUID
    session: str
    came: list[tuple[int, float]] = field(default_factory=list)
    voted_at: float = 0.0
    answered_at: float = 0.0
    version: int = 0

    @property
    def headers(self) -> str:
        cookies = f"{settings.SESSION_COOKIE_NAME}={self.session}"
        return f"{cookies}; {settings.CSRF_COOKIE_NAME}={TOKEN}"

    async def follow(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**20)
        path = f"/live/{self.meeting}/?as=phone"
        told = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {self.headers}\r\n\r\n"
        writer.write(told.encode())
        head = await reader.readuntil(b"\r\n\r\n")
        assert b" 200 " in head, head
        with suppress(asyncio.CancelledError):
            while True:
                if (line := await reader.readline()).startswith(b"data: {"):
                    found = VERSION.search(line)
                    assert found
                    self.came.append((int(found[1]), time.perf_counter()))
        writer.close()

    async def vote(self, vote: UUID, choice: str, *, after: float) -> None:
        await asyncio.sleep(after)
        connection = await Connection.to(self.port)
        sent = f"act=cast_named&place=phone&command={uuid4()}&vote={vote}&choice={choice}"
        self.voted_at = time.perf_counter()
        answer = await connection.ask(
            "POST", f"/sittings/{self.meeting}/do/", body=sent,
            Accept="application/json", X_Followed="1", X_CSRFToken=TOKEN, Cookie=self.headers,
        )  # fmt: skip
        self.answered_at = time.perf_counter()
        found = VERSION.search(answer)
        assert found, answer
        self.version = int(found[1])
        connection.close()

    def shown_after(self, version: int, moment: float) -> float:
        """Seconds from that moment until it showed what was true then."""
        return next((max(0.0, at - moment) for seen, at in self.came if seen >= version), 60.0)


async def hold(phones: list[Phone], vote: UUID, *, within: float, last: float) -> None:
    """All follow, then all vote, each at a moment of its own; `last` seconds for the last frame."""
    following = [asyncio.create_task(phone.follow()) for phone in phones]
    while not all(phone.came for phone in phones):
        assert not any(task.done() for task in following), [
            task for task in following if task.done()
        ]
        await asyncio.sleep(0.1)
    chance = random.Random(7)
    choices = ("yes", "no", "abstain")
    await asyncio.gather(
        *(
            phone.vote(vote, choices[at % 3], after=chance.uniform(0, within))
            for at, phone in enumerate(phones)
        )
    )
    newest = max(phone.version for phone in phones)
    end = time.perf_counter() + last
    while time.perf_counter() < end and any(phone.came[-1][0] < newest for phone in phones):
        await asyncio.sleep(0.1)
    for task in following:
        task.cancel()
    await asyncio.gather(*following, return_exceptions=True)
