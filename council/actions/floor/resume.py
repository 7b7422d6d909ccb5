"""The clock of whoever speaks goes on."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.speeches import seconds_paused, speech_named
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def resume_speech(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, speech: UUID | None = None
) -> None:
    with opened_table(meeting, TableAct.RESUME_SPEECH, actor=actor, now=now, sent=sent) as case:
        row = speech_named(case, speech)
        case.change(row, paused_seconds=seconds_paused(case, row), paused_at=None)
        case.parameters = {"speech": str(row.uid)}
