"""The clock of whoever speaks stands still."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def pause_speech(meeting: Meeting, *, actor: User, now: datetime, sent: Sent) -> None:
    with opened_table(meeting, TableAct.PAUSE_SPEECH, actor=actor, now=now, sent=sent) as case:
        case.change(case.speech, paused_at=case.at)
        case.parameters = {"speech": str(case.speech.uid)}
