"""One sitting that somebody watches, and each who does."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from uuid import UUID

from council.live.drawing import AskedScreen, Drawing
from council.live.frames import Frame
from council.queries.marks import Mark

# Seconds from one drawing to the next, at least.
PACE = 1 / 6
# A room also rests for this many times as long as its last drawing took: so a large sitting leaves
# the machine to those who vote in it.
REST = 2.0
# Seconds after which a sitting is read again though nothing was said.
SOMETIMES = 60.0
# Seconds for which a room without watchers is kept: pages without a stream ask again and again.
KEPT = 30.0


class Unavailable(Exception):
    """It can't be read or drawn at the moment."""


@dataclass(eq=False)
class Watcher:
    """One stream. Of several frames that came meanwhile only the newest is sent."""

    asked: AskedScreen
    newest: Frame | None = None
    is_over: bool = False
    is_removed: bool = False
    stirred: asyncio.Event = field(default_factory=asyncio.Event)

    def show(self, frame: Frame | None) -> None:
        """Take the next frame; None means that access has ended."""
        if frame is None:
            self.is_removed = True
            self.end()
        elif frame is not self.newest:
            self.newest = frame
            self.stirred.set()

    def end(self) -> None:
        self.is_over = True
        self.stirred.set()

    async def wait(self, seconds: float) -> bool:
        """Whether something came within that time."""
        try:
            async with asyncio.timeout(seconds):
                await self.stirred.wait()
        except TimeoutError:
            return False
        self.stirred.clear()
        return True


@dataclass(eq=False)
class Room:
    uid: UUID
    watchers: set[Watcher] = field(default_factory=set)
    asks: dict[AskedScreen, list[asyncio.Future[Frame | None]]] = field(default_factory=dict)
    drawing: Drawing | None = None
    drawn_at: float = 0.0
    took: float = 0.0
    is_stirred: bool = False
    task: asyncio.Task[None] | None = None

    @property
    def mark(self) -> Mark | None:
        return self.drawing.mark if self.drawing else None

    @property
    def is_left(self) -> bool:
        """True if nobody watches and nobody asked lately, or if there is no such sitting."""
        if self.watchers or self.asks or self.task:
            return False
        return self.mark is None or time.monotonic() - self.drawn_at > KEPT

    @property
    def pause(self) -> float:
        """Seconds until it may be drawn again."""
        return max(0.0, self.drawn_at + max(PACE, REST * self.took) - time.monotonic())

    def is_due(self, mark: Mark | None) -> bool:
        return self.mark != mark or time.monotonic() - self.drawn_at > SOMETIMES

    def show(
        self, drawing: Drawing, asks: dict[AskedScreen, list[asyncio.Future[Frame | None]]]
    ) -> None:
        self.drawing, self.drawn_at = drawing, time.monotonic()
        for asked, waiting in asks.items():
            answer(waiting, drawing, asked)
        for watcher in self.watchers:
            # Who came meanwhile waits for the next drawing; a screen that failed keeps its last.
            if watcher.asked in drawing.frames:
                watcher.show(drawing.frames[watcher.asked])


def answer(
    waiting: list[asyncio.Future[Frame | None]], drawing: Drawing | None, asked: AskedScreen
) -> None:
    for one in waiting:
        if one.done():
            continue
        if drawing is not None and asked in drawing.frames:
            one.set_result(drawing.frames[asked])
        else:
            one.set_exception(Unavailable())
