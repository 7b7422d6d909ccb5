"""A sitting ends: everybody leaves, and what was not reached stays to do."""

from __future__ import annotations

from functools import partial

from django.db.models import F, Value
from django.db.models.functions import Greatest

from council.casework.asks import COME
from council.casework.effects import not_reached
from council.casework.first_draft import write_draft
from council.casework.meeting import move_to
from council.casework.place import leave_place
from council.casework.table import TableCase
from council.enums.meetings import MeetingState
from council.models import Presence


def end_sitting(case: TableCase) -> None:
    """Inside the command that closes it."""
    row = case.meeting
    # By the server's clock, as it was opened: these two stand in the minutes.
    row.closed_at = case.now
    row.code = ""
    row.acting_chair = None
    move_to(row, MeetingState.CLOSED)
    leave_place(row, at=case.now)
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
    case.afterwards.append(partial(write_draft, row, now=case.now))
