"""An item is put off to a later day."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.effects import put_off_matter
from council.casework.items import clear_floor, item_named, move_item
from council.casework.table import opened_table
from council.enums.agenda import ItemState
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def postpone_item(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    until: date,
    item: UUID | None = None,
) -> None:
    with opened_table(meeting, TableAct.POSTPONE_ITEM, actor=actor, now=now, sent=sent) as case:
        row = item_named(case, item)
        if until <= timezone.localdate(now):
            raise Refused(_("Put it off to a day that is still to come."), field="until")
        if row.state == ItemState.ON:
            if case.state.speech_on is not None:
                raise Refused(_("Somebody has the floor."))
            clear_floor(case)
        move_item(case, row, ItemState.POSTPONED, postponed_to=until)
        case.parameters = {"item": str(row.uid), "until": until.isoformat()}
        if row.issue is not None:
            # Its matter waits until that day: it comes back by beginning it, not by undoing.
            case.inverse.clear()
        put_off_matter(case, row, until)
