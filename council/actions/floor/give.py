"""The chair gives somebody the floor."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def give(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    speech: UUID | None = None,
) -> None:
    """To the next in turn, or to whom the chair names. The chair speaks from another seat."""
    with opened_table(meeting, TableAct.GIVE_FLOOR, actor=actor, now=now, sent=sent) as case:
        waiting = case.state.waiting
        chosen = next((row for row in waiting if speech in {None, row.uid}), None)
        if chosen is None:
            raise Refused(_("They do not wait for the floor any more."))
        line = case.state.lines[chosen.roll_id]
        if not line.is_present:
            raise Refused(_("They are not here any more."))
        if line.roll.person_id == case.facts.chair_now_id:
            raise Refused(_("Whoever is in the chair hands it over first, then speaks."))
        case.change(chosen, began_at=max(case.at, chosen.asked_at))
        case.parameters = {"speech": str(chosen.uid)}
