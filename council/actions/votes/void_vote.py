"""A vote that went wrong counts for nothing, and blocks nothing."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from council.casework.ballot_log import note_ballots
from council.casework.motions import move_motion
from council.casework.public_words import spoken_text
from council.casework.table import TableCase, opened_table
from council.casework.votes import move_vote, vote_named
from council.enums.motions import MotionState
from council.enums.table import TableAct
from council.enums.votes import VoteState
from council.inputs import Sent
from council.models import Meeting, SealedBallot, Vote
from council.refusals import AlreadyDone


def void_vote(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, vote: UUID, reason: str
) -> None:
    """With a reason; sealed ballots are thrown away, and the motion can be voted on again."""
    with opened_table(meeting, TableAct.VOID_VOTE, actor=actor, now=now, sent=sent) as case:
        row = vote_named(case, vote)
        if row.state == VoteState.VOID:
            raise AlreadyDone
        missing = _("Say why it counts for nothing.")
        reason = spoken_text(reason, Vote, "voided_because", field="reason", missing=missing)
        move_vote(row, VoteState.VOID)
        row.voided_because, row.batch = reason, []
        row.closed_at = row.closed_at or max(case.at, row.opened_at or case.at)
        row.save()
        SealedBallot.objects.filter(vote=row).delete()
        _keep_earlier_result(case, row)
        note_ballots("voided", row, meeting=case.meeting, actor=actor)
        case.parameters = {"vote": str(vote)}
        case.record("vote_voided", {"way": row.way, "round": row.round})


def _keep_earlier_result(case: TableCase, vote: Vote) -> None:
    """A second round that counts for nothing leaves what the first came to."""
    earlier = [
        row.adopted
        for row in case.state.votes
        if row.motion_id == vote.motion_id and row.state == VoteState.ANNOUNCED
    ]
    if earlier:
        move_motion(vote.motion, MotionState.ADOPTED if earlier[-1] else MotionState.REJECTED)
