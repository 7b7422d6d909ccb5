"""Whoever waits for the floor would not speak after all."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting
from council.refusals import AlreadyDone


def withdraw(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    roll: UUID | None = None,
) -> None:
    """The clock of whoever speaks goes on."""
    with opened_table(meeting, TableAct.WITHDRAW_FLOOR, actor=actor, now=now, sent=sent) as case:
        line = case.line(roll)
        waiting = [speech for speech in case.state.waiting if speech.roll_id == line.key]
        if not waiting:
            raise AlreadyDone
        for speech in waiting:
            case.change(speech, withdrawn_at=case.at)
        case.parameters = {"roll": str(line.roll.uid)}
