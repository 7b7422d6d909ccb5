"""A member is not there, and this is why."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.table import opened_table
from council.enums.meetings import Apology
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def apologise(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    apology: Apology,
    roll: UUID | None = None,
) -> None:
    with opened_table(meeting, TableAct.APOLOGISE, actor=actor, now=now, sent=sent) as case:
        line = case.line(roll)
        if line.is_present:
            raise Refused(_("They are here."), field="roll")
        case.change(line.roll, apology=apology)
        case.parameters = {"roll": str(line.roll.uid), "apology": apology}
