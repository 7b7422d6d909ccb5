"""Whoever reads the code at the table says that they are there."""

from __future__ import annotations

from datetime import datetime
from secrets import compare_digest

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.table import TableCase, opened_table
from council.enums.meetings import Arrival, RollStanding
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting, Presence, Roll
from council.refusals import AlreadyDone


def join(meeting: Meeting, *, actor: User, now: datetime, sent: Sent, code: str) -> None:
    """A member by their own line; anybody else is written down as a resident."""
    with opened_table(meeting, TableAct.JOIN, actor=actor, now=now, sent=sent) as case:
        if not case.meeting.code or not compare_digest(code.encode(), case.meeting.code.encode()):
            raise Refused(_("This code is not, or no longer, that of this sitting."), field="code")
        line = case.me
        if line is not None and line.is_present:
            raise AlreadyDone
        row = line.roll if line is not None else _new_line(case, actor)
        if row.apology:
            case.change(row, apology="")
        case.make(Presence(roll=row, came_at=case.at, by=Arrival.CODE))
        case.parameters = {"roll": str(row.uid)}


def _new_line(case: TableCase, actor: User) -> Roll:
    row = Roll(
        meeting=case.meeting,
        person=actor,
        standing=RollStanding.RESIDENT,
        position=1 + max((line.roll.position for line in case.state.roll), default=0),
    )
    case.make(row)
    return row
