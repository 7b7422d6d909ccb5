"""The seats that all processes have given away, counted in Valkey.

A seat that nobody renews is free after `HELD` seconds, so that a process that was killed keeps
none. Without Valkey each process counts its own, and nobody is turned away who has a seat there.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from redis.asyncio import Redis
from redis.exceptions import RedisError

HELD = 45
# Seconds to wait for Valkey, and seconds to leave it alone after it did not answer.
PATIENCE, AGAIN = 1.0, 5.0

# A tab that comes again takes its own seat. Each is kept as "until stream".
TAKE = """
local now, taken = tonumber(redis.call('TIME')[1]), 0
local held = redis.call('HGETALL', KEYS[1])
for at = 1, #held, 2 do
  if tonumber(string.match(held[at + 1], '^%d+')) <= now then redis.call('HDEL', KEYS[1], held[at])
  elseif held[at] ~= ARGV[1] then taken = taken + 1 end
end
if taken >= tonumber(ARGV[4]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], (now + ARGV[3]) .. ' ' .. ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
return 1
"""
# Only the stream that holds a seat renews or leaves it: the tab may have come again elsewhere.
RENEW = """
local held = redis.call('HGET', KEYS[1], ARGV[1])
if held and string.match(held, ' (.*)') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], (redis.call('TIME')[1] + ARGV[3]) .. ' ' .. ARGV[2])
return redis.call('EXPIRE', KEYS[1], ARGV[3])
"""
LEAVE = """
local held = redis.call('HGET', KEYS[1], ARGV[1])
if not held or string.match(held, ' (.*)') ~= ARGV[2] then return 0 end
return redis.call('HDEL', KEYS[1], ARGV[1])
"""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StreamSeat:
    """The seat of one stream: `who` has a limited number of them and names each by its `tab`."""

    who: str
    tab: str
    stream: str

    @property
    def key(self) -> str:
        return f"pavilion:streams:{self.who}"


class SharedSeats:
    """Make it within the event loop that uses it."""

    def __init__(self) -> None:
        self.broker: Any = Redis.from_url(
            settings.REDIS_URL, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE
        )
        self.away_until = 0.0

    async def take(self, seat: StreamSeat, *, most: int) -> bool:
        """True if a seat was free, and also if Valkey can't say."""
        said = await self._ask(
            self.broker.eval, TAKE, 1, seat.key, seat.tab, seat.stream, HELD, most
        )
        return bool(said != 0)

    async def leave(self, seat: StreamSeat) -> None:
        await self._ask(self.broker.eval, LEAVE, 1, seat.key, seat.tab, seat.stream)

    async def renew(self, seats: Iterable[StreamSeat]) -> None:
        """Renew all seats of this process in one round trip; after an outage this restores them."""
        pipe = self.broker.pipeline(transaction=False)
        for seat in seats:
            pipe.eval(RENEW, 1, seat.key, seat.tab, seat.stream, HELD)
        await self._ask(pipe.execute)

    async def close(self) -> None:
        await self.broker.aclose()

    async def _ask(self, question: Any, *arguments: object) -> Any:
        """None where Valkey is away; then it is left alone for a while."""
        if time.monotonic() < self.away_until:
            return None
        try:
            answer: Awaitable[Any] = question(*arguments)
            return await answer
        except (RedisError, OSError) as error:
            self.away_until = time.monotonic() + AGAIN
            logger.warning("Streams are counted by each process: %s", type(error).__name__)
            return None
