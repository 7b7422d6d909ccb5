"""An ASGI app that calls a WSGI application in threads."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from typing import Final
from wsgiref.types import WSGIApplication

from accounts.security_log import Kind
from config.bridge.answer import Answer
from config.bridge.body import Gone, RequestBody
from config.bridge.cutting import cut
from config.bridge.environ import environ_of
from config.bridge.pace import Late, Limits, Lines, TooMany, address_of
from config.bridge.refusing import LATE, NO_ROOM, TOO_MANY, note_at_the_entry, refuse
from config.bridge.room import Room
from council.live.protocol import Receive, Scope, Send

# Health checks are few, so two threads are enough for them.
THREADS_ALOOF: Final = 2


class Pages:
    """`aloof` are paths with threads of their own, so that busy pages don't hold them up."""

    def __init__(
        self,
        application: WSGIApplication,
        *,
        threads: int,
        limits: Limits,
        aloof: Collection[str] = (),
    ) -> None:
        self.application = application
        self.limits, self.lines, self.room = limits, Lines(limits.lines), Room(limits.room)
        self.aloof = frozenset(aloof)
        self.threads = ThreadPoolExecutor(threads, "pages")
        self.threads_aloof = ThreadPoolExecutor(THREADS_ALOOF, "aloof")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = Answer(receive, send)
        with (
            RequestBody(self.limits, self.lines, self.room) as body,
            suppress(Gone),
            closing(answer),
        ):
            try:
                await body.fill(scope, receive)
            except Late:
                await refuse(scope, send, LATE)
            except TooMany:
                await refuse(scope, send, TOO_MANY)
            except OSError:
                await refuse(scope, send, NO_ROOM)
            else:
                if body.is_crowded_out:
                    note_at_the_entry(scope, Kind.CROWDED_OUT, "uploads")
                await self.answer(scope, body, answer)

    async def answer(self, scope: Scope, body: RequestBody, answer: Answer) -> None:
        environ = environ_of(scope, body)
        threads = self.threads_aloof if scope["path"] in self.aloof else self.threads
        work = partial(answer.run, self.application, environ)
        rest = await answer.loop.run_in_executor(threads, work)
        # However slowly the answer is read, the room is free again.
        body.close()
        if isinstance(rest, bytes):
            await answer.say(rest, more=False)
            return
        with rest:
            if scope["method"] == "HEAD":
                await answer.say(b"", more=False)
                return
            try:
                with self.lines.one_of(address_of(scope)):
                    await answer.say_all(rest, self.limits)
            except TooMany:
                await refuse(scope, answer.send, TOO_MANY)
            except Late:
                note_at_the_entry(scope, Kind.LINE_CUT, "answer")
                cut(scope["client"])
