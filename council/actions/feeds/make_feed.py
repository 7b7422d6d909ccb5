"""A secret address for one's own calendar; a new one ends the old one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from council.models import FeedKey


@transaction.atomic
def make_feed(*, actor: User, now: datetime) -> FeedKey:
    User.objects.select_for_update(no_key=True).get(pk=actor.pk)
    FeedKey.objects.filter(person=actor).delete()
    return FeedKey.objects.create(person=actor, made_at=now)
