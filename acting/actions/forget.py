"""Delete the keys of sent forms: all of one person's, or all that are old."""

from datetime import datetime, timedelta

from accounts.models import User
from acting.models import Submission

KEPT = timedelta(days=30)


def forget_sendings(user: User, *, actor: User | None) -> None:
    """Delete the keys of every form that `user` sent."""
    Submission.objects.filter(user=user).delete()


def prune_sendings(*, actor: User | None, now: datetime) -> int:
    """Delete keys so old that no browser will send them again; return how many."""
    return Submission.objects.filter(created_at__lt=now - KEPT).delete()[0]
