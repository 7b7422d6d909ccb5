"""What somebody saw on the spot is written down at the table, where an item lacks it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.effects import note_finding
from council.casework.items import item_that_is_on
from council.casework.public_words import without_doors
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def find(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, item: UUID, text: str
) -> None:
    """It stands with the matter as any other finding; the log of the sitting keeps no words."""
    with opened_table(meeting, TableAct.FIND, actor=actor, now=now, sent=sent) as case:
        row = item_that_is_on(case, item)
        note_finding(case, row, without_doors(text))
        case.parameters = {"item": str(row.uid)}
