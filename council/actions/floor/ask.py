"""Somebody asks for the floor."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.table import opened_table
from council.enums.floor import Side
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting, Speech
from council.order.floor import may_ask
from council.refusals import AlreadyDone


def ask(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    uid: UUID,
    side: Side = Side.NEITHER,
    roll: UUID | None = None,
) -> None:
    """By the rules of order so often as was agreed; as a family as often as one likes."""
    with opened_table(meeting, TableAct.ASK_FLOOR, actor=actor, now=now, sent=sent) as case:
        line, state = case.line(roll), case.state
        if not line.is_present:
            raise Refused(_("Only who is here can speak: write them down as here first."))
        if any(speech.roll_id == line.key for speech in state.waiting):
            raise AlreadyDone
        most, spoken = case.meeting.speeches_each, state.spoken(line.key)
        if not may_ask(spoken=spoken, speeches_each=most, keeps_rules=case.facts.keeps_rules):
            raise Refused(
                _(
                    "They have spoken {number} times to this item, as often as the rules allow."
                ).format(number=spoken)
            )
        case.make(
            Speech(
                uid=uid,
                meeting=case.meeting,
                item=case.item,
                roll=line.roll,
                side=side,
                # Not by the clock of a phone: who is behind would come first.
                asked_at=case.now,
                allowed=case.meeting.speech_seconds,
            )
        )
        case.parameters = {"speech": str(uid), "roll": str(line.roll.uid)}
