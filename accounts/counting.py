"""Counts of what is asked for, in Valkey: quick, shared by all processes, and gone by itself."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
# Seconds for which nothing is counted after Valkey did not answer, so that not each act waits.
REST = 5
# When windows begin, in seconds since 1970.
BEGINNING = 0.0


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted under a name, in windows of so many seconds, one after the other."""

    name: str
    seconds: int

    def key(self, now: float) -> str:
        return f"count:{self.name}:{self.seconds}:{int((now - BEGINNING) // self.seconds)}"

    def left(self, now: float) -> int:
        """Whole seconds to the next window."""
        return self.seconds - int((now - BEGINNING) % self.seconds)


class _Rest:
    """Until when this process leaves Valkey alone, by its monotonic clock."""

    until = 0.0


_rest = _Rest()


def add(counts: Sequence[Count], *, now: float, by: int = 1) -> list[int] | None:
    """Count one more of each in one round trip; None if Valkey is away, and nothing is known."""
    if not counts:
        return []
    if time.monotonic() < _rest.until:
        return None
    try:
        pipeline = _client().pipeline(transaction=False)
        for count in counts:
            pipeline.incrby(count.key(now), by)
            pipeline.expire(count.key(now), count.seconds)
        return [int(number) for number in pipeline.execute()[::2]]
    except (RedisError, OSError):
        _rest.until = time.monotonic() + REST
        logger.warning("Valkey does not answer: what is asked for is not counted.")
        return None


def counted(counts: Sequence[Count], *, now: float) -> list[int] | None:
    """How many there are, without one more; None if Valkey is away."""
    return add(counts, now=now, by=0)


def _client() -> Any:
    """A client on the cache's own connections, so it has the cache's password and time limits."""
    return cache._cache.get_client(write=True)  # type: ignore[attr-defined]
