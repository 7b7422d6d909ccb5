"""How many streams one person, one address and one process may have open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from council.live.room import Watcher

OF_A_PERSON = 4
# Whoever is not signed in is known by the address alone, which a room shares.
OF_AN_ADDRESS = 40
IN_ALL = 2_000


@dataclass
class Seats:
    """Of this process: two of them give a person twice as many."""

    taken: defaultdict[str, dict[str, Watcher]] = field(default_factory=lambda: defaultdict(dict))
    count: int = 0

    def take(self, who: str, tab: str, watcher: Watcher, *, most: int) -> bool:
        """A tab that comes again takes its own seat: what it had is a line that died unnoticed."""
        held = self.taken[who]
        if tab in held:
            held[tab].end()
        elif len(held) >= most or self.count >= IN_ALL:
            return False
        else:
            self.count += 1
        held[tab] = watcher
        return True

    def leave(self, who: str, tab: str, watcher: Watcher) -> None:
        held = self.taken[who]
        if held.get(tab) is watcher:
            del held[tab]
            self.count -= 1
        if not held:
            del self.taken[who]
