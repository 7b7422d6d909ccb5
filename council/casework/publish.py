"""Tell the processes that draw the screens that a sitting has moved on."""

from __future__ import annotations

import json
import logging
from functools import cache
from uuid import UUID

import redis
from django.conf import settings
from django.db import transaction

CHANNEL = "pavilion:sittings"
# The screens ask the database too; so nobody waits here for a server that is away.
PATIENCE = 0.5
log = logging.getLogger(__name__)


def publish_after_commit(meeting: UUID, version: int) -> None:
    transaction.on_commit(lambda: _publish(meeting, version), robust=True)


def _publish(meeting: UUID, version: int) -> None:
    message = json.dumps({"meeting": str(meeting), "version": version})
    try:
        _client().publish(CHANNEL, message)
    except redis.RedisError:
        log.info("A sitting moved on, but the broker is away.")


@cache
def _client() -> redis.Redis:
    return redis.Redis.from_url(
        settings.REDIS_URL, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE
    )
