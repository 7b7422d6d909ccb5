"""How much one person, and one address, may do: counted in Valkey (decision 0083)."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from accounts.asker import asker, digest_of_person
from accounts.come_again import come_again_in
from accounts.counting import Count, add
from accounts.models import User
from accounts.security_log import Kind, note


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A limit of the settings' LIMITS that is reached, for `seconds` more."""

    name: str
    seconds: int


def reached(*names: str, person: User | None) -> Reached | None:
    """Count one more of each. Returns the reached limit that holds longest, None for none.

    Nothing is counted where no request is under way. Where Valkey is away nothing is refused: an
    act of a neighbour must not wait for a counter.
    """
    asking = asker()
    if asking is None:
        return None
    who = person.pk if person else None
    whom = {"address": asking.address, "person": digest_of_person(who)}
    held = [
        _Held(name=name, most=most, by=by, count=Count(f"{name}:{by}:{whom[by]}", seconds))
        for name in names
        for most, seconds, by in settings.LIMITS[name]
        if whom[by]
    ]
    now = time.time()
    over = _over(held, add([one.count for one in held], now=now))
    if over is None:
        return None
    limit, number = over
    if number == limit.most + 1:
        note(Kind.LIMIT, person=who, level=logging.WARNING, limit=limit.name, by=limit.by)
    seconds = limit.count.left(now)
    come_again_in(seconds)
    return Reached(name=limit.name, seconds=seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    name: str
    most: int
    by: str
    count: Count


def _over(held: Sequence[_Held], numbers: list[int] | None) -> tuple[_Held, int] | None:
    """The reached limit that holds longest; None if no limit is reached."""
    over = [pair for pair in zip(held, numbers or [], strict=False) if pair[1] > pair[0].most]
    return max(over, key=lambda pair: pair[0].count.seconds, default=None)
