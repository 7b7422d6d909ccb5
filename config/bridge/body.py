"""The body of a request, read to its end before a thread is taken.

So a slow phone holds no thread up, and half a form is never taken for a whole one.
"""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import IO, Final

from django.core.exceptions import RequestDataTooBig

from council.live.protocol import Receive, Scope

# Six photos of 15 MB and what was written with them, as in deploy/Caddyfile.
LARGEST: Final = 95_000_000
IN_MEMORY: Final = 256 * 1024
ANNOUNCED: Final = {b"content-length", b"transfer-encoding"}


class Gone(Exception):
    """Whoever asked has left before the end."""


class RequestBody(SpooledTemporaryFile[bytes]):
    """In memory while it is small; `length` is what came, not what was announced."""

    def __init__(self) -> None:
        super().__init__(IN_MEMORY)
        self.length: int | None = None

    async def fill(self, scope: Scope, receive: Receive) -> None:
        if not any(name in ANNOUNCED for name, _value in scope["headers"]):
            return
        self.length, more = 0, True
        while more and self.length <= LARGEST:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Gone
            more = message.get("more_body", False)
            self.length += self.write(message.get("body", b""))
        self.seek(0)

    @property
    def input(self) -> IO[bytes] | TooMuch:
        return TooMuch() if self.length and self.length > LARGEST else self


class TooMuch:
    """Of which nothing is read: it is answered 413, in a sentence."""

    def read(self, *_size: int) -> bytes:
        raise RequestDataTooBig

    readline = read
