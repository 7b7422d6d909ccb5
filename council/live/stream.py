"""The events of one stream: frames in JSON, `ping` as a sign of life, `end` of access.

A ping is an event of its own, since a page never sees comments.
"""

from __future__ import annotations

import asyncio
import random
import time

from django.utils import timezone

from council.live.frames import Frame, milliseconds
from council.live.protocol import Receive, Send
from council.live.room import Watcher

# Seconds between two signs of life.
PING = 10.0
# Seconds after which a stream ends and the page comes again, so that its session is asked anew.
LONGEST = (840.0, 960.0)


async def stream(watcher: Watcher, receive: Receive, send: Send) -> None:
    gone = asyncio.create_task(wait_until_gone(watcher, receive))
    end = time.monotonic() + random.uniform(*LONGEST)  # noqa: S311
    shown: Frame | None = None
    ping_at = 0.0
    try:
        while not watcher.is_over and (now := time.monotonic()) < end:
            frame = watcher.newest
            if is_new(frame, shown):
                assert frame is not None
                person = watcher.asked.person_id
                await say(send, frame.text(person, now=timezone.now(), after=shown))
                shown, ping_at = frame, time.monotonic() + PING
            elif now >= ping_at:
                await say(send, str(milliseconds(timezone.now())), event="ping")
                ping_at = time.monotonic() + PING
            await watcher.wait(max(0.0, ping_at - time.monotonic()))
        if watcher.is_removed:
            await say(send, "0", event="end")
        await send({"type": "http.response.body", "body": b""})
    finally:
        gone.cancel()


def is_new(frame: Frame | None, shown: Frame | None) -> bool:
    if frame is None or shown is None:
        return frame is not None
    return (frame.version, frame.parts) != (shown.version, shown.parts)


async def say(send: Send, data: str, *, event: str = "message") -> None:
    text = f"event: {event}\ndata: {data}\n\n"
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


async def wait_until_gone(watcher: Watcher, receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    watcher.end()
