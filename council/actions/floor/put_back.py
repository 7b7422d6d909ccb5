"""The last speaker waits for the floor again, as if they had not spoken."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def put_back(meeting: Meeting, *, actor: User, now: datetime, sent: Sent) -> None:
    with opened_table(meeting, TableAct.PUT_BACK, actor=actor, now=now, sent=sent) as case:
        ended = [speech for speech in case.state.item_speeches if speech.ended_at]
        if not ended:
            raise Refused(_("Nobody has spoken to this item yet."))
        last = max(ended, key=lambda speech: str(speech.ended_at))
        if any(speech.roll_id == last.roll_id for speech in case.state.waiting):
            raise Refused(_("They wait for the floor already."))
        case.change(last, began_at=None, ended_at=None, paused_at=None, paused_seconds=0)
        case.parameters = {"speech": str(last.uid)}
