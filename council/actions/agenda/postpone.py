"""An item is put off to a later day before the sitting."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from accounts.models import User
from council.actions.agenda.put_off_proposal import check_later_day
from council.casework.agenda import end_waiting
from council.casework.planning import opened_meeting
from council.enums.agenda import ItemState
from council.enums.planning import MeetingAct
from council.models import Meeting


def postpone(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    item: UUID,
    until: date,
    seen: int | None = None,
) -> None:
    with opened_meeting(meeting, MeetingAct.POSTPONE, actor=actor, now=now, seen=seen) as case:
        check_later_day(until, timezone.localdate(now))
        end_waiting(case, item, ItemState.POSTPONED, "item_postponed", until=until)
