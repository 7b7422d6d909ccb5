"""Delete what was read long ago."""

from datetime import datetime, timedelta

from django.conf import settings

from accounts.models import User
from notifications.models import Happening, Notice

# Rows per statement, and statements per run: the rest waits for the next run.
BATCH = 1000
BATCHES = 50
HAPPENINGS_KEPT = timedelta(days=2)


def prune(*, actor: User | None, now: datetime) -> int:
    """Delete notices read more than READ_NOTICES_KEPT_DAYS ago, with their deliveries.

    Unread notices stay. Returns how many were deleted. What pages learned of goes after two days:
    a page that stood open for longer learns that something has changed, and is drawn anew.
    """
    Happening.objects.filter(at__lt=now - HAPPENINGS_KEPT).delete()
    before = now - timedelta(days=settings.READ_NOTICES_KEPT_DAYS)
    gone = 0
    for _ in range(BATCHES):
        oldest = Notice.objects.filter(read_at__lt=before).order_by("read_at")
        batch = list(oldest.values_list("pk", flat=True)[:BATCH])
        if not batch:
            break
        Notice.objects.filter(pk__in=batch).delete()
        gone += len(batch)
    return gone
