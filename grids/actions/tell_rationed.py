"""Tell administrators, once a day, that more codes are asked for than may be sent."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from grids.enums import Role
from grids.models import Posting
from grids.notices import CODES_RATIONED
from notifications.actions.put import put
from notifications.notices import NewNotice


def tell_rationed(now: datetime, *, actor: User | None = None) -> None:
    """Each posted as administrator anywhere; a second telling on the same day does nothing."""
    day = timezone.localdate(now)
    posted = Posting.objects.active_on(day).filter(role=Role.ADMINISTRATOR)
    people = sorted(set(posted.values_list("user_id", flat=True)))
    notices = [
        NewNotice(
            recipient_id=person,
            kind=CODES_RATIONED,
            parameters={},
            dedupe_key=f"{CODES_RATIONED}:{day.isoformat()}",
            urgent=True,
            sms=True,
        )
        for person in people
    ]
    with transaction.atomic():
        put(notices, now=now)
