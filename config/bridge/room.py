"""How much of bodies on their way may lie on disk at once, of all together and of one address."""

from __future__ import annotations

from collections import defaultdict


class Crowded(Exception):
    """There is no room for more just now."""


class Room:
    """Of one process, in bytes. No address takes more than half of it: others have to get in."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.taken = 0
        self.held: defaultdict[str, int] = defaultdict(int)

    def take(self, address: str, size: int) -> None:
        if self.taken + size > self.most or self.held[address] + size > self.most // 2:
            raise Crowded
        self.taken += size
        self.held[address] += size

    def give_back(self, address: str, size: int) -> None:
        self.taken -= size
        self.held[address] -= size
        if not self.held[address]:
            del self.held[address]
