"""All sittings that are watched in this process.

Opened when the process starts and not within a request, whose context ends with it: a task begun
there would lose its threads.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar
from uuid import UUID

from council.live.drawing import AskedScreen, draw, marks
from council.live.frames import Frame
from council.live.news import news
from council.live.room import Room, Watcher, answer

# Seconds between two looks at the database, which find what Valkey did not say.
LOOK = 3.0

logger = logging.getLogger(__name__)
T = TypeVar("T")


class Hall:
    def __init__(self) -> None:
        self.rooms: dict[UUID, Room] = {}
        # One drawing at a time, with one connection; who may enter is asked beside it.
        self.drawer = ThreadPoolExecutor(1, "live-drawer")
        self.tasks: list[asyncio.Task[None]] = []

    def open(self) -> None:
        self.tasks = [asyncio.create_task(self.listen()), asyncio.create_task(self.look())]

    async def close(self) -> None:
        for room in list(self.rooms.values()):
            for watcher in room.watchers:
                watcher.end()
            if room.task:
                room.task.cancel()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.drawer.shutdown(wait=False, cancel_futures=True)

    async def enter(self, uid: UUID, watcher: Watcher) -> bool:
        """Whether access is given; then `leave` must follow. May raise `Unavailable`."""
        room = self.room(uid)
        # Before it is asked, so that nothing drawn after the answer is missed.
        room.watchers.add(watcher)
        try:
            allowed = await self.ask(uid, watcher.asked) is not None
        except BaseException:
            self.leave(uid, watcher)
            raise
        if not allowed:
            self.leave(uid, watcher)
        return allowed

    def leave(self, uid: UUID, watcher: Watcher) -> None:
        if room := self.rooms.get(uid):
            room.watchers.discard(watcher)

    async def ask(self, uid: UUID, asked: AskedScreen) -> Frame | None:
        """As it stands now; None without access. May raise `Unavailable`."""
        answered = asyncio.get_running_loop().create_future()
        self.room(uid).asks.setdefault(asked, []).append(answered)
        self.stir(uid)
        frame: Frame | None = await answered
        return frame

    def room(self, uid: UUID) -> Room:
        return self.rooms.setdefault(uid, Room(uid))

    def tidy(self) -> None:
        self.rooms = {uid: room for uid, room in self.rooms.items() if not room.is_left}

    def stir(self, uid: UUID) -> None:
        """Draw it soon, if anybody watches."""
        room = self.rooms.get(uid)
        if room is None:
            return
        room.is_stirred = True
        if room.task is None:
            room.task = asyncio.create_task(self.keep_up(room))

    async def keep_up(self, room: Room) -> None:
        while room.is_stirred:
            await asyncio.sleep(room.pause)
            room.is_stirred, asks = False, room.asks
            room.asks = {}
            asked = {*asks, *(watcher.asked for watcher in room.watchers)}
            began = time.monotonic()
            try:
                drawing = await self.in_thread(partial(draw, room.uid, asked, room.drawing))
            except Exception:
                # The next look finds that it is behind.
                logger.exception("A sitting could not be drawn.")
                for one, waiting in asks.items():
                    answer(waiting, None, one)
            else:
                room.took = time.monotonic() - began
                room.show(drawing, asks)
        room.task = None
        if room.mark is None:
            self.tidy()

    async def listen(self) -> None:
        async for meeting in news():
            for uid in [meeting] if meeting else list(self.rooms):
                self.stir(uid)

    async def look(self) -> None:
        """Look for changes in the database too, since Valkey may be gone."""
        while True:
            await asyncio.sleep(LOOK)
            self.tidy()
            watched = [uid for uid, room in self.rooms.items() if room.watchers]
            if not watched:
                continue
            try:
                found = await self.in_thread(partial(marks, watched))
            except Exception:
                logger.exception("It can't be read which sittings changed.")
                continue
            for uid in watched:
                if uid in self.rooms and self.rooms[uid].is_due(found.get(uid)):
                    self.stir(uid)

    async def in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.drawer, work)
