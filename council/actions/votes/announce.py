"""The chair says the result, and the motion has it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.motions import move_motion, reword_by
from council.casework.table import opened_table
from council.casework.votes import move_vote, vote_named
from council.enums.motions import MotionState
from council.enums.table import TableAct
from council.enums.votes import VoteState
from council.inputs import Sent
from council.models import Meeting
from council.refusals import AlreadyDone


def announce(meeting: Meeting, *, actor: User, now: datetime, sent: Sent, vote: UUID) -> None:
    """An amendment that is adopted gives its motion the new wording."""
    with opened_table(meeting, TableAct.ANNOUNCE, actor=actor, now=now, sent=sent) as case:
        row = vote_named(case, vote)
        if row.state == VoteState.ANNOUNCED:
            raise AlreadyDone
        if row.state != VoteState.COUNTED:
            raise Refused(_("There is no new result to announce."), field="vote")
        move_vote(row, VoteState.ANNOUNCED)
        row.announced_at = max(case.at, row.closed_at or case.at)
        row.save(update_fields=["state", "announced_at"])
        move_motion(row.motion, MotionState.ADOPTED if row.adopted else MotionState.REJECTED)
        if row.adopted:
            reword_by(row.motion)
        case.parameters = {"vote": str(vote)}
        case.record(
            "vote_announced",
            {
                "adopted": bool(row.adopted),
                "yes": row.yes,
                "no": row.no,
                "abstain": row.abstain,
                "invalid": row.invalid,
                "base": row.base_number,
            },
        )
