"""The chair closes the sitting: everybody leaves, and what was not reached stays to do."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db.models import F, Value
from django.db.models.functions import Greatest

from accounts.models import User
from council.casework.asks import COME
from council.casework.effects import not_reached
from council.casework.first_draft import write_draft
from council.casework.meeting import move_to
from council.casework.table import opened_table
from council.enums.meetings import MeetingState
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting, Presence


def close(meeting: Meeting, *, actor: User, now: datetime, sent: Sent) -> None:
    with opened_table(meeting, TableAct.CLOSE, actor=actor, now=now, sent=sent) as case:
        row = case.meeting
        # By the server's clock, as it was opened: these two stand in the minutes.
        row.closed_at = case.now
        row.code = ""
        row.acting_chair = None
        move_to(row, MeetingState.CLOSED)
        row.save()
        here = Presence.objects.filter(roll__meeting=row, left_at=None)
        here.update(left_at=Greatest(F("came_at"), Value(case.now)))
        case.record(
            "sitting_closed",
            {"present": case.state.quorum.present, "members": case.state.quorum.members},
        )
        case.done(COME)
        case.changed(inside=row.rehearsal)
        not_reached(case)
        # The minutes are drafted from the log, of which this command is the last.
        case.afterwards.append(partial(write_draft, row, now=now))
