"""The body of a request, read to its end before a thread is taken.

So a slow phone holds no thread up, and half a form is never taken for a whole one.
"""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import IO, Final

from django.core.exceptions import RequestDataTooBig

from config.bridge.pace import Limits, Lines, Pace, address_of
from council.live.protocol import Receive, Scope

# Six photos of 15 MB and what was written with them, as in deploy/Caddyfile.
LARGEST: Final = 95_000_000
IN_MEMORY: Final = 256 * 1024
ANNOUNCED: Final = {b"content-length", b"transfer-encoding"}


class Gone(Exception):
    """Whoever asked has left before the end."""


class RequestBody(SpooledTemporaryFile[bytes]):
    """In memory while it is small; `length` is what came, not what was announced."""

    def __init__(self, limits: Limits, lines: Lines) -> None:
        super().__init__(IN_MEMORY)
        self.limits, self.lines = limits, lines
        self.length: int | None = None

    async def fill(self, scope: Scope, receive: Receive) -> None:
        """Raises `Gone`, `Late` or, if it did not come at once, `TooMany`."""
        if not any(name in ANNOUNCED for name, _value in scope["headers"]):
            return
        self.length, pace = 0, Pace(self.limits)
        # A body that came in one piece was not slow, so it counts as no slow line.
        if await self.take(receive, pace):
            with self.lines.one_of(address_of(scope)):
                while self.length <= LARGEST and await self.take(receive, pace):
                    pass
        self.seek(0)

    async def take(self, receive: Receive, pace: Pace) -> bool:
        message = await pace.keep(receive())
        if message["type"] == "http.disconnect":
            raise Gone
        size = self.write(message.get("body", b""))
        pace.note(size)
        self.length = (self.length or 0) + size
        return bool(message.get("more_body", False))

    @property
    def input(self) -> IO[bytes] | TooMuch:
        return TooMuch() if self.length and self.length > LARGEST else self


class TooMuch:
    """The input of a request that is too large: reading it makes Django answer 413."""

    def read(self, *_size: int) -> bytes:
        raise RequestDataTooBig

    readline = read
