"""How many streams one person, one address and one process may have open."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from council.live.room import Watcher
from council.live.shared_seats import HELD, SharedSeats, StreamSeat

OF_A_PERSON = 4
# Whoever is not signed in is known by the address alone, which a room shares.
OF_AN_ADDRESS = 40
IN_ALL = 2_000


@dataclass
class Seats:
    """The streams that are open in this process and, through `shared`, in all others."""

    taken: defaultdict[str, dict[str, tuple[StreamSeat, Watcher]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    count: int = 0
    shared: SharedSeats | None = None

    async def take(self, seat: StreamSeat, watcher: Watcher, *, most: int) -> bool:
        """Take a seat. A tab that comes again takes its old one, whose stream died unnoticed."""
        if not self._take_here(seat, watcher, most=most):
            return False
        if self.shared and not await self.shared.take(seat, most=most):
            self._leave_here(seat, watcher)
            return False
        return True

    async def leave(self, seat: StreamSeat, watcher: Watcher) -> None:
        self._leave_here(seat, watcher)
        if self.shared:
            await self.shared.leave(seat)

    async def keep(self) -> None:
        """Renew the seats again and again, for as long as the process runs."""
        while self.shared:
            await asyncio.sleep(HELD / 3)
            await self.shared.renew(self._held())

    def _held(self) -> Iterator[StreamSeat]:
        return (seat for held in list(self.taken.values()) for seat, _watcher in held.values())

    def _take_here(self, seat: StreamSeat, watcher: Watcher, *, most: int) -> bool:
        held = self.taken[seat.who]
        if seat.tab in held:
            held[seat.tab][1].end()
        elif len(held) >= most or self.count >= IN_ALL:
            return False
        else:
            self.count += 1
        held[seat.tab] = (seat, watcher)
        return True

    def _leave_here(self, seat: StreamSeat, watcher: Watcher) -> None:
        held = self.taken[seat.who]
        if seat.tab in held and held[seat.tab][1] is watcher:
            del held[seat.tab]
            self.count -= 1
        if not held:
            del self.taken[seat.who]
