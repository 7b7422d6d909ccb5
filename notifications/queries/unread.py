from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef

from accounts.models import User
from notifications.models import Notice

# The header says "99+"; counting further would read more of the index than anyone needs.
MOST = 100


def unread_count(user: User) -> int:
    """How many notices `user` has not read, at most 100; one probe of a partial index."""
    return Notice.objects.filter(recipient=user, read_at__isnull=True)[:MOST].count()


def unread_about(user: User, subjects: Collection[UUID]) -> set[UUID]:
    """Of which of `subjects` they have not read what they were told."""
    mine = Notice.objects.filter(recipient=user, read_at__isnull=True, subject__in=subjects)
    return {uid for uid in mine.values_list("subject", flat=True) if uid is not None}


def unseen_by(user_id: int | None, *, subject: str) -> Exists:
    """True for rows about which the person has an unread notice; `subject` names a field."""
    mine = Notice.objects.filter(recipient=user_id or 0, read_at__isnull=True)
    return Exists(mine.filter(subject=OuterRef(subject)))
