"""A sitting ends: everybody leaves, and what was not reached stays to do."""

from __future__ import annotations

from functools import partial

from acting.actions.write_rows import update_together
from council.casework.asks import COME
from council.casework.effects import not_reached
from council.casework.first_draft import drafted
from council.casework.meeting import move_to
from council.casework.place import LEFT, leave_place
from council.casework.table import TableCase
from council.enums.meetings import MeetingState
from council.models import Meeting

CHANGED = ("closed_at", "code", "acting_chair", "state", "booking")


def end_sitting(case: TableCase, *, following: Meeting | None = None) -> None:
    """Inside the command that closes it, `following` being booked with it."""
    row = case.meeting
    # By the server's clock, as it was opened: these two stand in the minutes.
    row.closed_at = case.now
    row.code = ""
    row.acting_chair = None
    move_to(row, MeetingState.CLOSED)
    left = [
        stay for stays in case.state.rows.stays.values() for stay in stays if stay.left_at is None
    ]
    for stay in left:
        stay.left_at = max(stay.came_at, case.now)
    booked = leave_place(row, at=case.now)
    update_together((left, ["left_at"]), (booked, LEFT), ([row], CHANGED))
    case.record(
        "sitting_closed",
        {"present": case.state.quorum.present, "members": case.state.quorum.members},
    )
    case.done(COME)
    case.changed(inside=row.rehearsal)
    not_reached(case)
    # The minutes are drafted from the log, of which this command is the last.
    case.afterwards.append(partial(drafted, case.state, now=case.now, following=following))
