"""How slow a line may be, which way ever bytes go, and how many slow ones an address may have."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from accounts.networks import line_of

Moved = TypeVar("Moved")


class Late(Exception):
    """A line moves fewer bytes than it must."""


class TooMany(Exception):
    """An address has as many slow lines as it may have."""


@dataclass(frozen=True, slots=True)
class Limits:
    """In each `grace` seconds `rate` bytes a second have to move. In each process an address may
    have `lines` connections at once that carry more than a page, and all bodies on their way take
    at most `room` bytes of the disk."""

    grace: float = 30.0
    rate: float = 1_000.0
    lines: int = 64
    room: int = 200_000_000


@dataclass(slots=True)
class Pace:
    """How fast one body or one answer moves. Earlier speed buys no time for the rest."""

    limits: Limits
    moved: int = 0
    since: float = field(default_factory=time.monotonic)

    async def keep(self, moving: Awaitable[Moved]) -> Moved:
        try:
            async with asyncio.timeout(max(self.since + self.limits.grace - time.monotonic(), 0.0)):
                return await moving
        except TimeoutError:
            raise Late from None

    def note(self, size: int) -> None:
        self.moved += size
        if self.moved >= self.limits.grace * self.limits.rate:
            self.moved, self.since = 0, time.monotonic()


class Lines:
    """The slow lines of each address."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.held: defaultdict[str, int] = defaultdict(int)

    @contextmanager
    def one_of(self, address: str) -> Iterator[None]:
        if self.held[address] >= self.most:
            raise TooMany
        self.held[address] += 1
        try:
            yield
        finally:
            self.held[address] -= 1
            if not self.held[address]:
                del self.held[address]


def address_of(scope: Any) -> str:
    """The client's address; for IPv6 its network, since a household has all addresses of one.

    `config.bridge.strangers` has left `X-Forwarded-For` only where the proxy wrote it.
    """
    told = next((value for name, value in scope["headers"] if name == b"x-forwarded-for"), b"")
    last = told.rpartition(b",")[2].strip().decode("latin-1")
    return line_of(last or (scope["client"][0] if scope.get("client") else ""))
