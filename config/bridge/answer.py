"""What the application answers, passed from its thread to the loop.

Its thread is free as soon as it has answered, however slowly that is read: a page goes over in one
piece, a file as such, and what is made while it is asked for is put into one first.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final
from wsgiref.types import WSGIApplication, WSGIEnvironment

from config.bridge.body import Gone
from config.bridge.environ import BLOCK, Blocks
from config.bridge.pace import Limits, Pace
from council.live.protocol import Message, Receive, Send

# A larger answer is sent in blocks; each block waits until the reader has taken the one before.
AT_ONCE: Final = 256 * 1024
IN_MEMORY: Final = 1024 * 1024
# Two threads are enough: they only read from disk, and wait for no reader.
READERS: Final = ThreadPoolExecutor(2, "files")


class Answer:
    def __init__(self, receive: Receive, send: Send) -> None:
        self.receive, self.send = receive, send
        self.loop = asyncio.get_running_loop()
        self.start: Message | None = None
        self.is_gone = False
        self.watch: asyncio.Task[None] | None = None

    def run(self, application: WSGIApplication, environ: WSGIEnvironment) -> bytes | IO[bytes]:
        """Run the application, in a thread, and return what to send; the caller closes a file."""
        pieces = application(environ, self.start_response)  # type: ignore[arg-type]
        try:
            return file_of(pieces) if isinstance(pieces, Blocks) else whole(pieces)
        finally:
            getattr(pieces, "close", lambda: None)()

    def start_response(
        self, status: str, headers: list[tuple[str, str]], _error: object = None
    ) -> None:
        self.start = {
            "type": "http.response.start",
            "status": int(status[:3]),
            "headers": [
                (name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers
            ],
        }

    async def say_all(self, file: IO[bytes], limits: Limits) -> None:
        """Raises `Late` if it is read too slowly, `Gone` if nobody reads any more."""
        self.watch = self.loop.create_task(self.wait_until_gone())
        pace = Pace(limits)
        while block := await self.loop.run_in_executor(READERS, file.read, BLOCK):
            await pace.keep(self.say(block, more=True))
            pace.note(len(block))
            # When the reader has left, the server still takes blocks without an error.
            if self.is_gone:
                raise Gone
        await pace.keep(self.say(b"", more=False))

    async def wait_until_gone(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
            pass
        self.is_gone = True

    def close(self) -> None:
        if self.watch:
            self.watch.cancel()

    async def say(self, block: bytes, *, more: bool) -> None:
        if self.start is not None:
            start, self.start = self.start, None
            await self.send(start)
        body: dict[str, Any] = {"type": "http.response.body", "body": block, "more_body": more}
        await self.send(body)


def whole(pieces: Iterable[bytes]) -> bytes | IO[bytes]:
    """As bytes if it is no more than a page, in a file otherwise."""
    held = bytearray()
    rest = iter(pieces)
    for piece in rest:
        held += piece
        if len(held) > AT_ONCE:
            return filed(bytes(held), rest)
    return bytes(held)


def filed(begun: bytes, rest: Iterable[bytes]) -> IO[bytes]:
    file = SpooledTemporaryFile[bytes](IN_MEMORY)
    file.write(begun)
    for piece in rest:
        file.write(piece)
    file.seek(0)
    return file


def file_of(pieces: Blocks) -> bytes | IO[bytes]:
    """The file behind `pieces`, opened a second time, since the application closes its own."""
    answered = pieces.filelike
    begun = answered.read(AT_ONCE + 1)
    if len(begun) <= AT_ONCE:
        return bytes(begun)
    try:
        file: IO[bytes] = answered.again() if hasattr(answered, "again") else another(answered)
    except OSError:
        # A part of a file has no descriptor of its own.
        return filed(begun, pieces)
    file.seek(answered.tell() - len(begun))
    return file


def another(file: IO[bytes]) -> IO[bytes]:
    return os.fdopen(os.dup(file.fileno()), "rb")
