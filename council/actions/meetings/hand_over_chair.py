"""The chair hands over to speak themselves, and takes it back afterwards."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.table import TableCase, opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def hand_over_chair(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, roll: UUID
) -> None:
    """To a member who is there."""
    act = TableAct.HAND_OVER_CHAIR
    with opened_table(meeting, act, actor=actor, now=now, sent=sent) as case:
        line = case.line(roll)
        if not line.is_present or not line.roll.is_member or line.roll.person_id is None:
            raise Refused(_("A member who is here can take the chair."), field="roll")
        if line.roll.person_id == case.meeting.recorder_id:
            raise Refused(_("Whoever writes it down cannot be in the chair."), field="roll")
        if line.roll.person_id == case.meeting.chair_now_id:
            raise Refused(_("They are in the chair."), field="roll")
        if case.item.pk in line.recused_from:
            raise Refused(_("They are recused from this item."), field="roll")
        _check_floor(case, line.roll.person_id)
        case.change(case.meeting, acting_chair_id=line.roll.person_id)
        case.parameters = {"roll": str(roll)}


def take_back_chair(meeting: Meeting, *, actor: User, now: datetime, sent: Sent) -> None:
    act = TableAct.TAKE_BACK_CHAIR
    with opened_table(meeting, act, actor=actor, now=now, sent=sent) as case:
        if case.meeting.acting_chair_id is None:
            raise Refused(_("The chair is in the chair."))
        _check_floor(case, case.meeting.chair_id)
        case.change(case.meeting, acting_chair_id=None)


def _check_floor(case: TableCase, person_id: int | None) -> None:
    """Nobody speaks from the chair."""
    speech = case.state.speech_on
    if speech is not None and case.state.lines[speech.roll_id].roll.person_id == person_id:
        raise Refused(_("They have the floor: they speak to the end first."), field="roll")
