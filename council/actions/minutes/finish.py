"""The minutes are written: chair and recorder sign them next."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.asks import SIGN
from council.casework.meeting import move_to
from council.casework.minutes import opened_minutes
from council.enums.meetings import MeetingState
from council.enums.minutes import MinutesAct
from council.models import Meeting


def finish(meeting: Meeting, *, actor: User, now: datetime, seen: int | None = None) -> None:
    with opened_minutes(meeting, MinutesAct.FINISH, actor=actor, now=now, seen=seen) as case:
        row = case.meeting
        move_to(row, MeetingState.MINUTED)
        case.record("minutes_finished", {"version": case.newest.number})
        people = [row.chair_id, row.recorder_id]
        case.tell_people(people, "minutes_to_sign", key=case.newest.number, calls_for=SIGN)
