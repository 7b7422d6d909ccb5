"""What Valkey says has changed; it may be gone, and come back."""

from __future__ import annotations

import asyncio
import json
import logging
import random
from collections.abc import AsyncIterator
from uuid import UUID

from django.conf import settings
from redis.asyncio import Redis
from redis.exceptions import RedisError

from council.channel import CHANNEL

# Seconds until it is tried again.
AGAIN = (0.5, 1.5)

logger = logging.getLogger(__name__)


async def news() -> AsyncIterator[UUID | None]:
    """Each sitting that changed. None when listening begins: anything may have changed before."""
    told = False
    while True:
        try:
            async with (
                Redis.from_url(settings.REDIS_URL, socket_connect_timeout=5) as broker,
                broker.pubsub(ignore_subscribe_messages=True) as channel,
            ):
                await channel.subscribe(CHANNEL)
                told = False
                yield None
                async for message in channel.listen():
                    if (meeting := meeting_in(message["data"])) is not None:
                        yield meeting
        except (RedisError, OSError) as error:
            if not told:
                name = type(error).__name__
                logger.warning("Valkey is gone, sittings are looked up instead: %s", name)
            told = True
        await asyncio.sleep(random.uniform(*AGAIN))  # noqa: S311


def meeting_in(data: bytes) -> UUID | None:
    try:
        return UUID(json.loads(data)["meeting"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
