"""Note that a person has read what they were told."""

from datetime import datetime

from accounts.models import User
from notifications.models import Notice


def mark_read(notice: Notice, *, actor: User, now: datetime) -> None:
    """Mark a notice as read; only its recipient may. A second time changes nothing."""
    Notice.objects.filter(pk=notice.pk, recipient=actor, read_at__isnull=True).update(read_at=now)


def mark_all_read(actor: User, *, newest: int, now: datetime) -> None:
    """Mark all as read up to the notice `newest`, since the page showed no later ones."""
    Notice.objects.filter(recipient=actor, pk__lte=newest, read_at__isnull=True).update(read_at=now)
