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
    """Order the speakers: the fewest speeches first, for and against in turn, then by time.

    `last_side` is the side of the last speaker. Sides alternate only among people who have spoken
    equally often, and only if the rules of order are kept (`takes_sides`).
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
    """The first speaker of the other side among those who have spoken as seldom as `left[0]`."""
    wanted = OPPOSITE.get(side)
    peers = [asking for asking in left if asking.spoken == left[0].spoken]
    return next((asking for asking in peers if asking.side == wanted), peers[0])


def may_ask(*, spoken: int, speeches_each: int, keeps_rules: bool) -> bool:
    """In a family talk people ask as often as they like; by the rules as often as was agreed."""
    return not keeps_rules or spoken < speeches_each
