"""Whoever waits for the floor would not speak after all."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.speeches import withdraw_waiting
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
        if not withdraw_waiting(case, line):
            raise AlreadyDone
        case.parameters = {"roll": str(line.roll.uid)}
