"""Somebody without an account, or not on the roll, is written down by name."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from council.casework.table import opened_table
from council.enums.meetings import Arrival, RollStanding
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting, Presence, Roll


def walk_in(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    uid: UUID,
    name: str,
    standing: RollStanding = RollStanding.RESIDENT,
) -> None:
    """They may speak; they have no vote and never count for the quorum."""
    with opened_table(meeting, TableAct.WALK_IN, actor=actor, now=now, sent=sent) as case:
        name = storable_text(name, Roll, "name", missing=_("Write down their name."))
        if standing == RollStanding.MEMBER:
            raise Refused(_("Members are on the roll already."), field="standing")
        row = Roll(
            uid=uid,
            meeting=case.meeting,
            name=name,
            standing=standing,
            position=1 + max((line.roll.position for line in case.state.roll), default=0),
        )
        case.make(row)
        case.make(Presence(roll=row, came_at=case.at, by=Arrival.NAME))
        case.parameters = {"roll": str(uid)}
