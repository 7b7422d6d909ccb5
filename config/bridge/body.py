"""The body of a request, read to its end before a thread is taken.

So a slow phone holds no thread up, and half a form is never taken for a whole one.
"""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final

from django.core.exceptions import RequestDataTooBig

from acting.room import CrowdedOut
from config.bridge.pace import Limits, Lines, Pace, address_of
from config.bridge.room import Crowded, Room
from council.live.protocol import Receive, Scope

# Six photos of 15 MB and what was written with them, as in deploy/Caddyfile.
LARGEST: Final = 95_000_000
IN_MEMORY: Final = 256 * 1024
ANNOUNCED: Final = {b"content-length", b"transfer-encoding"}


class Gone(Exception):
    """Whoever asked has left before the end."""


class RequestBody(SpooledTemporaryFile[bytes]):
    """In memory while it is small; `length` is what came, not what was announced."""

    def __init__(self, limits: Limits, lines: Lines, room: Room) -> None:
        super().__init__(IN_MEMORY)
        self.limits, self.lines, self.room = limits, lines, room
        self.length: int | None = None
        # Of the room on disk; "" and nothing while it is in memory.
        self.address, self.on_disk = "", 0
        self.is_crowded_out = False

    async def fill(self, scope: Scope, receive: Receive) -> None:
        """Raises `Gone`, `Late` or, if it did not come at once, `TooMany`."""
        if not any(name in ANNOUNCED for name, _value in scope["headers"]):
            return
        self.length, pace = 0, Pace(self.limits)
        self.address = address_of(scope)
        # A body that came in one piece was not slow, so it counts as no slow line.
        if await self.take(receive, pace):
            with self.lines.one_of(self.address):
                while self.length <= LARGEST and await self.take(receive, pace):
                    pass
        self.seek(0)

    async def take(self, receive: Receive, pace: Pace) -> bool:
        message = await pace.keep(receive())
        if message["type"] == "http.disconnect":
            raise Gone
        piece = message.get("body", b"")
        pace.note(len(piece))
        self.length = (self.length or 0) + len(piece)
        self.put(piece)
        return bool(message.get("more_body", False))

    def put(self, piece: bytes) -> None:
        """Where there is no room the rest is taken in and thrown away: a browser that may not send
        all of it would show a broken line, and not our sentence.
        """
        more = (self.length or 0) - self.on_disk
        if not self.is_crowded_out and self.on_disk + more > IN_MEMORY:
            try:
                self.room.take(self.address, more)
                self.on_disk += more
            except Crowded:
                self.is_crowded_out = True
                self.leave()
                self.seek(0)
                self.truncate()
        if not self.is_crowded_out:
            self.write(piece)

    def leave(self) -> None:
        if self.on_disk:
            self.room.give_back(self.address, self.on_disk)
        self.on_disk = 0

    def close(self) -> None:
        self.leave()
        super().close()

    def __exit__(self, *failure: Any) -> None:
        self.leave()
        super().__exit__(*failure)

    @property
    def input(self) -> IO[bytes] | Unread:
        if self.is_crowded_out:
            return Unread(CrowdedOut)
        return Unread(RequestDataTooBig) if self.length and self.length > LARGEST else self


class Unread:
    """The input of a request that is too large, 413, or found no room, 503: reading it raises."""

    def __init__(self, why: type[Exception]) -> None:
        self.why = why

    def read(self, *_size: int) -> bytes:
        raise self.why

    readline = read
