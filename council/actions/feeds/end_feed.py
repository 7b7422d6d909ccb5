"""The address of one's own calendar is good no more."""

from __future__ import annotations

from accounts.models import User
from council.models import FeedKey


def end_feed(*, actor: User) -> None:
    FeedKey.objects.filter(person=actor).delete()
