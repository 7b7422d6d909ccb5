"""Draft the minutes where closing the sitting did not, as of a talk written down afterwards."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.first_draft import write_draft
from council.casework.minutes import opened_minutes
from council.enums.minutes import MinutesAct
from council.models import Meeting
from council.queries.state import state_of_meeting


def draft(meeting: Meeting, *, actor: User, now: datetime, seen: int | None = None) -> None:
    with opened_minutes(meeting, MinutesAct.DRAFT, actor=actor, now=now, seen=seen) as case:
        write_draft(state_of_meeting(case.meeting, now=now), now=now)
