"""How often one address may come, counted by allauth in the cache."""

import logging

from allauth.core import ratelimit
from django.http import HttpRequest
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


def address_is_too_busy(request: HttpRequest, action: str) -> bool:
    """False if the cache is down: people must get in, and the limit for each number still holds."""
    try:
        return not ratelimit.consume(request, action=action)
    except RedisError:
        logger.warning("The cache is down: addresses are not counted.")
        return False
