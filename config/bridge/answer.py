"""What the application answers, passed from its thread to the loop.

A page comes in one piece, so that it costs one change between them; a long download comes in
blocks, each of which waits until whoever reads has taken the last, and ends when they leave.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any
from wsgiref.types import WSGIApplication, WSGIEnvironment

from config.bridge.body import Gone
from config.bridge.environ import BLOCK
from council.live.protocol import Message, Receive, Send


class Answer:
    def __init__(self, receive: Receive, send: Send) -> None:
        self.receive, self.send = receive, send
        self.loop = asyncio.get_running_loop()
        self.start: Message | None = None
        self.is_gone = False
        self.watch: asyncio.Task[None] | None = None

    def run(self, application: WSGIApplication, environ: WSGIEnvironment) -> bytes:
        """In a thread: what is left to send in the end."""
        pieces = application(environ, self.start_response)  # type: ignore[arg-type]
        try:
            return self.all_but_the_last(pieces)
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

    def all_but_the_last(self, pieces: Iterable[bytes]) -> bytes:
        held = bytearray()
        for piece in pieces:
            if len(held) >= BLOCK:
                self.pass_on(bytes(held))
                held.clear()
            held += piece
        return bytes(held)

    def pass_on(self, block: bytes) -> None:
        if self.is_gone:
            raise Gone
        asyncio.run_coroutine_threadsafe(self.say_more(block), self.loop).result()

    async def say_more(self, block: bytes) -> None:
        # The server takes blocks for whoever has left without a word.
        self.watch = self.watch or self.loop.create_task(self.wait_until_gone())
        await self.say(block, more=True)

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
