"""Draft the minutes where closing the sitting did not, as of a talk written down afterwards."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.first_draft import write_draft
from council.casework.minutes import opened_minutes
from council.enums.minutes import MinutesAct
from council.models import Meeting


def draft(meeting: Meeting, *, actor: User, now: datetime, seen: int | None = None) -> None:
    with opened_minutes(meeting, MinutesAct.DRAFT, actor=actor, now=now, seen=seen) as case:
        write_draft(case.meeting, now=now)
