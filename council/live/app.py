"""GET /live/<uid>/?as=table|phone|wall as a stream of events; …/frame/ gives one frame instead."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any
from uuid import uuid4

from django.utils import timezone

from accounts.asker import asked_from
from accounts.security_log import Kind, note_one_of_many
from council.live.access import LiveReader, reader_of
from council.live.asked import PREFIX, NotAsked, Request, request_of
from council.live.bare import bare_headers
from council.live.drawing import AskedScreen
from council.live.hall import Hall
from council.live.protocol import Receive, Scope, Send
from council.live.room import Unavailable, Watcher
from council.live.seats import OF_A_PERSON, OF_AN_ADDRESS, Seats
from council.live.shared_seats import SharedSeats, StreamSeat
from council.live.stream import stream

__all__ = ["PREFIX", "Live"]

NEVER_KEPT = bare_headers()
EVENTS = [(b"content-type", b"text/event-stream"), (b"x-accel-buffering", b"no"), *NEVER_KEPT]
JSON = [(b"content-type", b"application/json"), *NEVER_KEPT]
COMES_AGAIN = frozenset({429, 503})
SECONDS_UNTIL_AGAIN = b"10"
TEXT = [(b"content-type", b"text/plain; charset=utf-8"), *NEVER_KEPT]


class Live:
    """The app of one process."""

    def __init__(self) -> None:
        self.hall, self.seats = Hall(), Seats()
        self.door = ThreadPoolExecutor(2, "live-door")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.live(receive, send)
            return
        try:
            request = request_of(scope)
            reader = await self.reader(request)
            answer = self.answer_frame if request.is_for_one_frame else self.answer_stream
            await answer(request, reader, receive, send)
        except NotAsked as refusal:
            await whole(send, refusal.status, [*TEXT, *again_after(refusal.status)], b"")
        except Unavailable:
            await whole(send, 503, [*TEXT, *again_after(503)], b"")

    async def live(self, receive: Receive, send: Send) -> None:
        """From the start of the process to its end."""
        await receive()
        self.hall.open()
        shared = self.seats.shared = SharedSeats()
        keeping = asyncio.create_task(self.seats.keep())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        keeping.cancel()
        await self.hall.close()
        await shared.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def reader(self, request: Request) -> LiveReader:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self.door, partial(reader_of, request.cookies, request.accepts)
        )

    async def answer_frame(
        self, request: Request, reader: LiveReader, _receive: Receive, send: Send
    ) -> None:
        frame = await self.hall.ask(request.uid, asked_by(reader, request))
        if frame is None:
            note_refusal(Kind.REFUSED, request, reader, answer=404)
            raise NotAsked(404)
        text = frame.text(reader.person_id, now=timezone.now())
        await whole(send, 200, JSON, text.encode())

    async def answer_stream(
        self, request: Request, reader: LiveReader, receive: Receive, send: Send
    ) -> None:
        watcher = Watcher(asked_by(reader, request))
        seat, most = seat_of(reader, request)
        if not await self.seats.take(seat, watcher, most=most):
            note_refusal(Kind.CROWDED_OUT, request, reader, what="streams")
            raise NotAsked(429)
        try:
            if not await self.hall.enter(request.uid, watcher):
                note_refusal(Kind.REFUSED, request, reader, answer=404)
                raise NotAsked(404)
            try:
                start = {"type": "http.response.start", "status": 200, "headers": EVENTS}
                await send(start)
                await stream(watcher, receive, send)
            finally:
                self.hall.leave(request.uid, watcher)
        finally:
            await self.seats.leave(seat, watcher)


def seat_of(reader: LiveReader, request: Request) -> tuple[StreamSeat, int]:
    """And how many there are of its kind. Without a name each stream is a tab of its own."""
    known, stream_id = reader.person_id is not None, uuid4().hex
    who = f"person:{reader.person_id}" if known else f"address:{request.address}"
    seat = StreamSeat(who, request.tab or stream_id, stream_id)
    return seat, OF_A_PERSON if known else OF_AN_ADDRESS


def asked_by(reader: LiveReader, request: Request) -> AskedScreen:
    return AskedScreen(request.place, reader.person_id, reader.language, request.key)


def again_after(status: int) -> list[tuple[bytes, bytes]]:
    return [(b"retry-after", SECONDS_UNTIL_AGAIN)] if status in COMES_AGAIN else []


def note_refusal(kind: Kind, request: Request, reader: LiveReader, **facts: Any) -> None:
    with asked_from(request.address):
        note_one_of_many(kind, person=reader.person_id, view="live", **facts)


async def whole(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": body})
