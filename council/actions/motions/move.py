"""Somebody puts to the council, in so many words, what it shall decide."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.items import item_that_is_on
from council.casework.motions import first_state, main_motion, mover_of
from council.casework.public_words import spoken_text
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting, Motion


def move(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    uid: UUID,
    text: str,
    roll: UUID | None = None,
    item: UUID | None = None,
) -> None:
    """One at a time: while one is on the table, it is amended or taken back."""
    with opened_table(meeting, TableAct.MOVE, actor=actor, now=now, sent=sent) as case:
        on = item_that_is_on(case, item)
        text = spoken_text(text, Motion, "text", missing=_("Write down what shall be decided."))
        if main_motion(case) is not None:
            raise Refused(_("One motion is on the table: amend it, or take it back first."))
        mover = mover_of(case, roll)
        Motion.objects.create(
            uid=uid,
            item=on,
            text=text,
            moved_by=mover,
            state=first_state(case, mover),
            at=case.at,
        )
        case.parameters = {"motion": str(uid)}
