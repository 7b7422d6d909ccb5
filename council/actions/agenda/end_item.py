"""The sitting has done with an item."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.items import clear_floor, item_named, move_item
from council.casework.table import opened_table
from council.enums.agenda import ItemState
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting
from council.refusals import AlreadyDone


def end_item(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, item: UUID | None = None
) -> None:
    """`item` names which, so that two presses do not end the next one too."""
    with opened_table(meeting, TableAct.END_ITEM, actor=actor, now=now, sent=sent) as case:
        row = item_named(case, item)
        if row.state == ItemState.DONE:
            raise AlreadyDone
        clear_floor(case)
        move_item(case, row, ItemState.DONE, ended_at=max(case.at, row.began_at or case.at))
        case.parameters = {"item": str(row.uid)}
