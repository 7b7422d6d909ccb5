"""The chair closes the sitting."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.closing import end_sitting
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def close(meeting: Meeting, *, actor: User, now: datetime, sent: Sent) -> None:
    with opened_table(meeting, TableAct.CLOSE, actor=actor, now=now, sent=sent) as case:
        end_sitting(case)
