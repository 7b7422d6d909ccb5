"""Somebody is there."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.table import opened_table
from council.enums.meetings import Arrival
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting, Presence
from council.refusals import AlreadyDone


def arrive(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    roll: UUID | None = None,
    by: Arrival = Arrival.TAP,
) -> None:
    """One tap writes one person. Whoever is there already stays so."""
    with opened_table(meeting, TableAct.ARRIVE, actor=actor, now=now, sent=sent) as case:
        line = case.line(roll)
        case.parameters = {"roll": str(line.roll.uid)}
        if line.is_present:
            raise AlreadyDone
        if line.roll.apology:
            case.change(line.roll, apology="")
        case.make(Presence(roll=line.roll, came_at=case.at, by=by))
