"""The sitting turns to an item."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.items import item_named, move_item, moved_on
from council.casework.table import opened_table
from council.enums.agenda import ItemState
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting
from council.refusals import AlreadyDone


def start_item(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, item: UUID | None = None
) -> None:
    """The one that is named, otherwise the next that waits. What is done comes back by undoing."""
    with opened_table(meeting, TableAct.START_ITEM, actor=actor, now=now, sent=sent) as case:
        waiting = case.state.items_waiting
        uid = item or (waiting[0].uid if waiting else None)
        row = item_named(case, uid)
        if row.state == ItemState.ON:
            raise AlreadyDone
        if row.state == ItemState.DONE:
            raise moved_on(row)
        move_item(case, row, ItemState.ON, began_at=row.began_at or case.at, ended_at=None)
        case.parameters = {"item": str(row.uid)}
