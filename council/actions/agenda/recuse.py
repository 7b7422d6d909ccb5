"""Whoever is touched by the item votes on nothing in it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.items import item_that_is_on
from council.casework.public_words import spoken_text
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting, Recusal
from council.refusals import AlreadyDone


def recuse(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    reason: str = "",
    roll: UUID | None = None,
    item: UUID | None = None,
) -> None:
    """They leave the base of its votes and stay in the quorum."""
    with opened_table(meeting, TableAct.RECUSE, actor=actor, now=now, sent=sent) as case:
        line, on = case.line(roll), item_that_is_on(case, item)
        if on.pk in line.recused_from:
            raise AlreadyDone
        case.make(
            Recusal(
                item=on,
                roll=line.roll,
                reason=spoken_text(reason, Recusal, "reason"),
                at=case.at,
            )
        )
        case.parameters = {"item": str(on.uid), "roll": str(line.roll.uid)}
