"""What a member does with their own notes: nothing is recorded, and nobody is told."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from accounts.models import User
from council.models import CouncilMember
from council.refusals import NotYours


def own_term(member: CouncilMember, *, actor: User, now: datetime) -> CouncilMember:
    """The term, locked, while it runs. Raises NotYours for everybody but the member."""
    row = CouncilMember.objects.select_for_update(no_key=True).get(pk=member.pk)
    runs = row.first_day <= timezone.localdate(now) <= row.last_day
    if row.person_id != actor.pk or not runs:
        raise NotYours
    return row
