"""What could leave the house now, and has not."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from notifications.enums import Channel
from notifications.models import Delivery
from notifications.models.delivery import DeliveryQuerySet
from notifications.rules import is_quiet


def sendable(now: datetime) -> DeliveryQuerySet:
    """What is due and may go out: at night, of text messages only urgent ones."""
    due = Delivery.objects.due(now)
    return due.filter(~Q(channel=Channel.SMS) | Q(notice__urgent=True)) if is_quiet(now) else due


def oldest_waiting(now: datetime) -> datetime | None:
    """Since when the oldest of it might have been sent; None where there is none."""
    rows = sendable(now).order_by("next_try_at", "id")
    return rows.values_list("next_try_at", flat=True).first()
