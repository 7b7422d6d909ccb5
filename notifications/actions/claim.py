"""Take deliveries that are due, so that nobody else sends them meanwhile."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from notifications.enums import DeliveryState
from notifications.models import Delivery
from notifications.queries.outbox import sendable

# Longer than a batch takes when every call to the carrier runs into its time limit.
LEASE = timedelta(minutes=5)
BATCH = 20


def claim(*, now: datetime, limit: int = BATCH, without: Collection[str] = ()) -> list[Delivery]:
    """Lease up to `limit` due deliveries, none of the channels `without`.

    At night, of text messages only urgent ones are taken; e-mail is taken at any time. The try is
    counted before it is made, so that a message that always kills its worker is given up too.
    """
    due = sendable(now)
    if without:
        due = due.exclude(channel__in=without)
    with transaction.atomic():
        rows = due.select_for_update(skip_locked=True, of=("self",))
        held = list(rows.order_by("next_try_at", "id")[:limit])
        if held:
            _mark(held, lease_until=now + LEASE)
    return held


def _mark(held: Sequence[Delivery], *, lease_until: datetime) -> None:
    Delivery.objects.filter(pk__in=[delivery.pk for delivery in held]).update(
        lease_until=lease_until, attempts=F("attempts") + 1
    )
    for delivery in held:
        delivery.lease_until = lease_until
        delivery.attempts += 1


def release(held: Sequence[Delivery], *, next_try_at: datetime | None = None) -> None:
    """Return leased deliveries that were not tried, and don't count the try."""
    for delivery in held:
        Delivery.objects.filter(
            pk=delivery.pk, state=DeliveryState.WAITING, lease_until=delivery.lease_until
        ).update(
            lease_until=None,
            attempts=F("attempts") - 1,
            next_try_at=next_try_at or F("next_try_at"),
        )
