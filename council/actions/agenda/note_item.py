"""What was said to an item, in the recorder's words."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from accounts.models import User
from council.casework.items import item_named
from council.casework.public_words import spoken_text
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import AgendaItem, Meeting


def note_item(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    note: str,
    item: UUID | None = None,
) -> None:
    with opened_table(meeting, TableAct.NOTE_ITEM, actor=actor, now=now, sent=sent) as case:
        row = item_named(case, item)
        row.note = spoken_text(note, AgendaItem, "note")
        row.save(update_fields=["note"])
        case.parameters = {"item": str(row.uid)}
