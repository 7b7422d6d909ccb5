"""The sitting goes on after a pause."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.meeting import move_to
from council.casework.table import opened_table
from council.enums.meetings import MeetingState
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def resume(meeting: Meeting, *, actor: User, now: datetime, sent: Sent) -> None:
    with opened_table(meeting, TableAct.RESUME, actor=actor, now=now, sent=sent) as case:
        move_to(case.meeting, MeetingState.OPEN)
        case.meeting.save(update_fields=["state"])
