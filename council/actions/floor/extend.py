"""Whoever speaks has a minute more."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting

MORE_SECONDS = 60
MOST_SECONDS = 3600


def extend(meeting: Meeting, *, actor: User, now: datetime, sent: Sent) -> None:
    with opened_table(meeting, TableAct.EXTEND_SPEECH, actor=actor, now=now, sent=sent) as case:
        speech = case.speech
        if speech.allowed + MORE_SECONDS > MOST_SECONDS:
            raise Refused(_("An hour is enough for one speech."))
        case.change(speech, allowed=speech.allowed + MORE_SECONDS)
        case.parameters = {"speech": str(speech.uid)}
