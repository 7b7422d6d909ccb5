"""A rehearsal is good for a day."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from council.casework.rehearsals import throw_away
from council.models import Meeting

KEPT = timedelta(days=1)


@transaction.atomic
def prune_rehearsals(*, now: datetime) -> int:
    return throw_away(Meeting.objects.filter(rehearsal=True, starts_at__lt=now - KEPT))
