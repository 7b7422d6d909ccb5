"""Forget which forms were sent: those of a person, and those of long ago."""

from datetime import datetime, timedelta

from accounts.models import User
from acting.models import Submission

KEPT = timedelta(days=30)


def forget_sendings(user: User, *, actor: User | None) -> None:
    """All of one person's."""
    Submission.objects.filter(user=user).delete()


def prune_sendings(*, actor: User | None, now: datetime) -> int:
    """Those that no browser will send again; returns how many."""
    return Submission.objects.filter(created_at__lt=now - KEPT).delete()[0]
