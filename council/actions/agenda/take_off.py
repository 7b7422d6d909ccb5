"""An item is taken off the agenda before the sitting."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.agenda import end_waiting
from council.casework.planning import opened_meeting
from council.enums.agenda import ItemState
from council.enums.planning import MeetingAct
from council.models import Meeting


def take_off(
    meeting: Meeting, *, actor: User, now: datetime, item: UUID, seen: int | None = None
) -> None:
    """The numbers of the others stay until they are ordered anew."""
    with opened_meeting(meeting, MeetingAct.TAKE_OFF, actor=actor, now=now, seen=seen) as case:
        end_waiting(case, item, ItemState.DROPPED, "item_taken_off")
