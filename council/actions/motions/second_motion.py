"""A second member wants it discussed too."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from acting.refusals import Refused
from council.casework.motions import motion_named, move_motion
from council.casework.table import opened_table
from council.enums.motions import MotionState
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting
from council.queries.who_may import why_not_second
from council.refusals import AlreadyDone


def second_motion(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    motion: UUID,
    roll: UUID | None = None,
) -> None:
    with opened_table(meeting, TableAct.SECOND_MOTION, actor=actor, now=now, sent=sent) as case:
        row, line = motion_named(case, motion), case.line(roll)
        if row.state != MotionState.MOVED:
            raise AlreadyDone
        if reason := why_not_second(row)(line):
            raise Refused(reason, field="roll")
        row.seconded_by = line.roll
        row.save(update_fields=["seconded_by"])
        move_motion(row, MotionState.OPEN)
        case.parameters = {"motion": str(motion), "roll": str(line.roll.uid)}
