"""Note that a person has read what they were told."""

from datetime import datetime

from accounts.models import User
from notifications.models import Notice


def mark_read(notice: Notice, *, actor: User, now: datetime) -> None:
    """Only the recipient reads; a second reading changes nothing."""
    Notice.objects.filter(pk=notice.pk, recipient=actor, read_at__isnull=True).update(read_at=now)


def mark_all_read(actor: User, *, newest: int, now: datetime) -> None:
    """Everything up to the notice `newest`: what came after the page was drawn stays unread."""
    Notice.objects.filter(recipient=actor, pk__lte=newest, read_at__isnull=True).update(read_at=now)
