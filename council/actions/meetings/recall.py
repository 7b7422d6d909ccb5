"""A call is taken back: the sitting is a draft again, and everybody is told."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.access import end_access
from council.casework.agenda import waiting_items
from council.casework.matters import went_off_agenda
from council.casework.meeting import move_to
from council.casework.planning import opened_meeting
from council.enums.meetings import MeetingState, ToldOf
from council.enums.planning import MeetingAct
from council.models import Meeting


def recall_call(
    meeting: Meeting, *, actor: User, now: datetime, seen: int | None = None
) -> Meeting:
    """Its code joins nobody any more. It keeps its venue."""
    with opened_meeting(meeting, MeetingAct.RECALL, actor=actor, now=now, seen=seen) as case:
        row = case.meeting
        case.record("sitting_recalled")
        case.tell_everybody(ToldOf.RECALLED)
        went_off_agenda(case, waiting_items(row))
        move_to(row, MeetingState.DRAFT)
        row.short_notice_because = ""
        end_access(row)
        return row
