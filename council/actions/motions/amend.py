"""Somebody would have it decided in other words."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.motions import first_state, motion_named, mover_of
from council.casework.public_words import spoken_text
from council.casework.table import opened_table
from council.enums.motions import MotionState
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting, Motion


def amend(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    uid: UUID,
    motion: UUID,
    text: str,
    roll: UUID | None = None,
) -> None:
    """`text` is the whole new wording. It is voted on first; an amendment is not amended."""
    with opened_table(meeting, TableAct.AMEND, actor=actor, now=now, sent=sent) as case:
        main = motion_named(case, motion)
        if main.amends_id is not None:
            raise Refused(_("An amendment is not amended: vote on it, or take it back."))
        if main.state != MotionState.OPEN:
            raise Refused(_("Only what is under discussion can be amended."))
        text = spoken_text(text, Motion, "text", missing=_("Write down the new wording."))
        if text == main.text:
            raise Refused(_("This is the wording that is on the table."), field="text")
        mover = mover_of(case, roll)
        Motion.objects.create(
            uid=uid,
            item=case.item,
            amends=main,
            text=text,
            moved_by=mover,
            state=first_state(case, mover),
            at=case.at,
        )
        case.parameters = {"motion": str(uid), "amends": str(main.uid)}
