"""Somebody has spoken."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.speeches import end_of, speech_named
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def end(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    speech: UUID | None = None,
) -> None:
    """`speech` names who is meant, so that two presses do not end the next one too."""
    with opened_table(meeting, TableAct.END_SPEECH, actor=actor, now=now, sent=sent) as case:
        row = speech_named(case, speech)
        end_of(case, row)
        case.parameters = {"speech": str(row.uid)}
