"""A world of which everything that was due has been looked at, for who asks of something else."""

from datetime import timedelta

from django.utils import timezone

from issues.models import Deadline
from ledger.actions.seal import seal
from notifications.models import Delivery


def nothing_is_due() -> None:
    """Beginnings that are laid again were recorded when they were built, perhaps minutes ago."""
    seal()
    later = timezone.now() + timedelta(days=100)
    Deadline.objects.running().update(wake_at=later, due_at=later)
    Delivery.objects.update(next_try_at=later)
