"""Whoever moved it takes it back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.motions import amendments_of, motion_named, move_motion
from council.casework.table import opened_table
from council.enums.motions import MotionState
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def withdraw_motion(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, motion: UUID
) -> None:
    act = TableAct.WITHDRAW_MOTION
    with opened_table(meeting, act, actor=actor, now=now, sent=sent) as case:
        row = motion_named(case, motion)
        mine = case.me is not None and row.moved_by_id == case.me.key
        if not mine:
            case.check_table()
        if amendments_of(case, row):
            raise Refused(_("Vote on its amendments first, or take them back."))
        move_motion(row, MotionState.WITHDRAWN)
        case.parameters = {"motion": str(motion)}
