"""公开: everybody reads the signed minutes from now on."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.meeting import move_to
from council.casework.minutes import opened_minutes, want_paper
from council.enums.meetings import MeetingState
from council.enums.minutes import MinutesAct
from council.models import Meeting


def publish(meeting: Meeting, *, actor: User, now: datetime, seen: int | None = None) -> None:
    """Whoever was there is told; those who follow a matter were told when it was decided."""
    with opened_minutes(meeting, MinutesAct.PUBLISH, actor=actor, now=now, seen=seen) as case:
        move_to(case.meeting, MeetingState.PUBLISHED)
        want_paper(case.meeting, now=now)
        case.record("minutes_published", {"version": case.newest.number})
        case.tell_people(
            case.minutes.facts.roll,
            "minutes_published",
            on=case.meeting.starts_at.date().isoformat(),
        )
