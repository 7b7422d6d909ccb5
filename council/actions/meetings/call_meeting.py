"""The sitting is called: everybody is told, and it stands in the calendar."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.access import draw_access
from council.casework.agenda import waiting_items
from council.casework.matters import came_on_agenda
from council.casework.meeting import move_to
from council.casework.notice_period import check_notice
from council.casework.plan import check_runners
from council.casework.planning import opened_meeting
from council.casework.reminder import set_reminder
from council.casework.roll import write_roll
from council.enums.meetings import MeetingState, ToldOf
from council.enums.planning import MeetingAct
from council.models import Meeting
from council.queries.meetings import councils_of


def call_meeting(
    meeting: Meeting, *, actor: User, now: datetime, seen: int | None = None, reason: str = ""
) -> Meeting:
    """`reason`: why it can't wait as long as its agenda asks. The code is drawn now."""
    with opened_meeting(meeting, MeetingAct.CALL, actor=actor, now=now, seen=seen) as case:
        row = case.meeting
        check_runners(row, councils_of(row), now=now)
        check_notice(case, row.starts_at, reason=reason)
        write_roll(row, now=now)
        draw_access(row)
        move_to(row, MeetingState.CALLED)
        row.called_at, row.calls = now, row.calls + 1
        set_reminder(row, now=now)
        items = waiting_items(row)
        case.record(
            "sitting_called",
            {
                "at": row.starts_at.isoformat(),
                "items": len(items),
                "short": bool(row.short_notice_because),
            },
        )
        case.tell_everybody(ToldOf.CALLED)
        came_on_agenda(case, items)
        return row
