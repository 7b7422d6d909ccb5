"""Say that a sitting has changed, to whoever watches it."""

from __future__ import annotations

import json
import logging
import time
from functools import cache, partial
from uuid import UUID

import redis
from django.conf import settings
from django.db import transaction
from redis.backoff import NoBackoff
from redis.retry import Retry

from council.channel import CHANNEL

# Seconds that an act waits for Valkey at most, and for which it isn't asked again after that.
LIMIT = 0.3
LEFT_ALONE = 3.0

logger = logging.getLogger(__name__)


def publish_after_commit(uid: UUID, version: int) -> None:
    """Nothing hangs on it: who watches asks the database every few seconds too."""
    transaction.on_commit(partial(broker_at(settings.REDIS_URL).publish, uid, version), robust=True)


class Broker:
    def __init__(self, url: str) -> None:
        self.client = redis.Redis.from_url(
            url,
            socket_connect_timeout=LIMIT,
            socket_timeout=LIMIT,
            retry=Retry(NoBackoff(), 1),
        )
        self.silent_until = 0.0

    def publish(self, uid: UUID, version: int) -> None:
        if time.monotonic() < self.silent_until:
            return
        try:
            self.client.publish(CHANNEL, json.dumps({"meeting": str(uid), "version": version}))
        except (redis.RedisError, OSError) as error:
            self.silent_until = time.monotonic() + LEFT_ALONE
            logger.warning("A change could not be published: %s", type(error).__name__)


@cache
def broker_at(url: str) -> Broker:
    return Broker(url)
