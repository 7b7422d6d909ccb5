"""Resend what was given up."""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from accounts.models import User
from notifications.enums import DeliveryState
from notifications.models import Delivery


def retry(deliveries: list[int], *, actor: User | None, now: datetime) -> int:
    """Reset failed `deliveries` (given by id) to be tried anew; return how many."""
    if actor is not None and not actor.has_perm("notifications.change_delivery"):
        raise PermissionDenied
    return Delivery.objects.filter(pk__in=deliveries, state=DeliveryState.FAILED).update(
        state=DeliveryState.WAITING, attempts=0, next_try_at=now, lease_until=None
    )
