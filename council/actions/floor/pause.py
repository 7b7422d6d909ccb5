"""The clock of whoever speaks stands still."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.speeches import speech_named
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def pause_speech(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, speech: UUID | None = None
) -> None:
    """`speech` names whose, so that a page that is behind does not stop another's."""
    with opened_table(meeting, TableAct.PAUSE_SPEECH, actor=actor, now=now, sent=sent) as case:
        row = speech_named(case, speech)
        case.change(row, paused_at=max(case.at, row.began_at or case.at))
        case.parameters = {"speech": str(row.uid)}
