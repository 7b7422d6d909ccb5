"""The chair hands over to speak themselves, and takes it back afterwards."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting
from council.queries.who_may import speaks_now, why_not_chair


def hand_over_chair(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, roll: UUID
) -> None:
    """To a member who is there."""
    act = TableAct.HAND_OVER_CHAIR
    with opened_table(meeting, act, actor=actor, now=now, sent=sent) as case:
        line = case.line(roll)
        if reason := why_not_chair(case.state)(line):
            raise Refused(reason, field="roll")
        case.change(case.meeting, acting_chair_id=line.roll.person_id)
        case.parameters = {"roll": str(roll)}


def take_back_chair(meeting: Meeting, *, actor: User, now: datetime, sent: Sent) -> None:
    act = TableAct.TAKE_BACK_CHAIR
    with opened_table(meeting, act, actor=actor, now=now, sent=sent) as case:
        if case.meeting.acting_chair_id is None:
            raise Refused(_("The chair is in the chair."))
        speech = case.state.speech_on
        if speech and case.state.lines[speech.roll_id].roll.person_id == case.meeting.chair_id:
            raise Refused(speaks_now(), field="roll")
        case.change(case.meeting, acting_chair_id=None)
