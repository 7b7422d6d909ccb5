"""Somebody has left: they keep their ballot, and give up the floor and the chair."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.speeches import end_of, withdraw_waiting
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting, Presence
from council.refusals import AlreadyDone


def leave(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    roll: UUID | None = None,
) -> None:
    with opened_table(meeting, TableAct.LEAVE, actor=actor, now=now, sent=sent) as case:
        line = case.line(roll)
        case.parameters = {"roll": str(line.roll.uid)}
        if not line.is_present:
            raise AlreadyDone
        presence = Presence.objects.get(roll=line.roll, left_at=None)
        case.change(presence, left_at=max(case.at, presence.came_at))
        withdraw_waiting(case, line)
        person = line.roll.person_id
        if person is not None and person == case.meeting.acting_chair_id:
            case.change(case.meeting, acting_chair_id=None)
        speech_on = case.state.speech_on
        if speech_on is not None and speech_on.roll_id == line.key:
            end_of(case, speech_on)
