"""Requests over lines of their own, each from an address that the asker chooses.

All of 127.0.0.0/8 is this machine (Linux): so the proxy sees as many addresses as there are askers.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlencode

# Seconds after which nobody waits any more.
LONGEST = 20.0
# A visitor may choose it: the one in the cookie has to be the one in the form.
TOKEN = "a" * 32
URLENCODED = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` is 0 where none came."""

    status: int
    seconds: float
    location: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """The proxy's port, and how the product's cookies are called."""

    port: int
    session_cookie: str
    csrf_cookie: str

    async def page(self, source: str, path: str, *, session: str = "") -> Answer:
        return await self._ask(source, self._head("GET", path, session, {}))

    async def send(
        self, source: str, path: str, fields: Mapping[str, str], *, session: str = ""
    ) -> Answer:
        body = urlencode({"csrfmiddlewaretoken": TOKEN, **fields}).encode()
        return await self.send_whole(source, path, body, kind=URLENCODED, session=session)

    async def send_whole(
        self, source: str, path: str, body: bytes, *, kind: str, session: str = ""
    ) -> Answer:
        told = {"Content-Type": kind, "Content-Length": str(len(body))}
        return await self._ask(source, self._head("POST", path, session, told) + body)

    def _head(self, method: str, path: str, session: str, told: Mapping[str, str]) -> bytes:
        cookies = f"{self.csrf_cookie}={TOKEN}"
        if session:
            cookies += f"; {self.session_cookie}={session}"
        more = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        return (
            f"{method} {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\nCookie: {cookies}\r\n"
            f"Connection: close\r\n{more}\r\n"
        ).encode()

    async def _ask(self, source: str, sent: bytes) -> Answer:
        began = time.perf_counter()
        read = b""
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(LONGEST):
                read = await self._said(source, sent)
        status, location = of_head(read.partition(b"\r\n\r\n")[0])
        return Answer(status, time.perf_counter() - began, location)

    async def _said(self, source: str, sent: bytes) -> bytes:
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", self.port, local_addr=(source, 0)
        )
        try:
            writer.write(sent)
            # Who is refused before the end of what they send still reads why.
            with suppress(ConnectionError):
                await writer.drain()
            return await reader.read()
        finally:
            writer.close()


def of_head(head: bytes) -> tuple[int, str]:
    """Status and Location; 0 if it is no head of an answer."""
    first, *lines = head.decode("latin-1").split("\r\n")
    said = first.split(" ")
    status = int(said[1]) if len(said) > 1 and said[1].isdigit() else 0
    named = (line.partition(": ") for line in lines)
    return status, next((value for name, _, value in named if name.lower() == "location"), "")


def address(street: int, house: int) -> str:
    """Of this machine: `street` tells kinds of askers apart, 0 to 255; `house` those of a kind."""
    return f"127.{street}.{house // 250 % 250}.{house % 250 + 1}"
