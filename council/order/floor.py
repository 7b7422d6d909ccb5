"""In which order people are called to speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from council.enums.floor import Side

OPPOSITE = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR}


@dataclass(frozen=True, slots=True)
class WaitingSpeaker:
    """One who waits; `spoken` is how often they have spoken to this item."""

    uid: UUID
    side: Side
    asked_at: datetime
    spoken: int


def in_turn(
    waiting: Sequence[WaitingSpeaker], *, last_side: Side, takes_sides: bool
) -> list[WaitingSpeaker]:
    """Who has not spoken comes first, then who spoke least; for and against in turn; then by time.

    `last_side` is that of whoever spoke last. Sides alternate among those who have spoken equally
    often, and only where the rules of order are kept (`takes_sides`).
    """
    left = sorted(waiting, key=lambda asking: (asking.spoken, asking.asked_at, str(asking.uid)))
    ordered: list[WaitingSpeaker] = []
    side = last_side
    while left:
        chosen = _next(left, side) if takes_sides else left[0]
        left.remove(chosen)
        ordered.append(chosen)
        side = chosen.side if chosen.side != Side.NEITHER else side
    return ordered


def _next(left: Sequence[WaitingSpeaker], side: Side) -> WaitingSpeaker:
    """The first of the other side among those who have spoken as seldom as the first."""
    wanted = OPPOSITE.get(side)
    peers = [asking for asking in left if asking.spoken == left[0].spoken]
    return next((asking for asking in peers if asking.side == wanted), peers[0])


def may_ask(*, spoken: int, speeches_each: int, keeps_rules: bool) -> bool:
    """As a family one asks as often as one likes; by the rules so often as was agreed."""
    return not keeps_rules or spoken < speeches_each
