"""Whoever speaks has a minute more."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.speeches import speech_named
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting

MORE_SECONDS = 60
MOST_SECONDS = 3600


def extend(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, speech: UUID | None = None
) -> None:
    with opened_table(meeting, TableAct.EXTEND_SPEECH, actor=actor, now=now, sent=sent) as case:
        row = speech_named(case, speech)
        if row.allowed + MORE_SECONDS > MOST_SECONDS:
            raise Refused(_("An hour is enough for one speech."))
        case.change(row, allowed=row.allowed + MORE_SECONDS)
        case.parameters = {"speech": str(row.uid)}
