"""Another device runs the table from now on, in somebody's name."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.meeting import give_table
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Lease, Meeting
from council.refusals import AlreadyDone


def take_table(meeting: Meeting, *, actor: User, now: datetime, sent: Sent) -> None:
    with opened_table(meeting, TableAct.TAKE_TABLE, actor=actor, now=now, sent=sent) as case:
        lease = Lease.objects.filter(meeting=case.meeting).first()
        if lease is not None and lease.device == sent.device:
            raise AlreadyDone
        give_table(case.meeting, device=sent.device, person=actor, at=now)
