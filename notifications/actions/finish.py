"""Write down how one try to deliver ended.

Only the holder of the current lease may write. Whoever comes too late, because the lease has run
out and somebody else took over, changes nothing. The functions return whether they wrote.
"""

import random
from datetime import datetime
from typing import Any

from notifications.enums import DeliveryState, DropReason
from notifications.models import Delivery
from notifications.rules import allowed_from, is_given_up, wait_after


def mark_sent(delivery: Delivery, *, now: datetime) -> bool:
    return _finish(delivery, state=DeliveryState.SENT, sent_at=now, last_error="")


def mark_dropped(delivery: Delivery, *, reason: DropReason) -> bool:
    return _finish(delivery, state=DeliveryState.DROPPED, last_error=reason.value)


def mark_failed_try(delivery: Delivery, *, fault: str, urgent: bool, now: datetime) -> bool:
    """Schedule the next try; after the last one, mark the delivery as failed."""
    if is_given_up(delivery.attempts):
        return _finish(delivery, state=DeliveryState.FAILED, last_error=fault)
    # Only spreads the retries, so it need not be secure.
    wait = wait_after(delivery.attempts, chance=random.random())  # noqa: S311
    again = allowed_from(now + wait, channel=delivery.channel, urgent=urgent)
    return _finish(delivery, next_try_at=again, last_error=fault)


def _finish(delivery: Delivery, **changes: Any) -> bool:
    return bool(
        Delivery.objects.filter(
            pk=delivery.pk, state=DeliveryState.WAITING, lease_until=delivery.lease_until
        ).update(lease_until=None, **changes)
    )
