"""An item is added while the sitting goes on."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from council.casework.public_words import spoken_text
from council.casework.table import opened_table
from council.enums.agenda import ItemReason
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import AgendaItem, Meeting


def add_item_now(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, uid: UUID, title: str
) -> None:
    """At the end: the numbers of the others stay as they were called."""
    with opened_table(meeting, TableAct.ADD_ITEM, actor=actor, now=now, sent=sent) as case:
        title = spoken_text(title, AgendaItem, "title", missing=_("Say what it is about."))
        case.make(
            AgendaItem(
                uid=uid,
                meeting=case.meeting,
                title=title,
                why=ItemReason.BY_HAND,
                position=1 + max((row.position for row in case.state.items), default=0),
            )
        )
        case.parameters = {"item": str(uid)}
