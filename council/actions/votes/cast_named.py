"""A member votes by name; until the close they may say something else."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.casting import cast_own
from council.casework.table import opened_table
from council.casework.votes import vote_named
from council.enums.table import TableAct
from council.enums.votes import Choice, VoteState, VoteWay
from council.inputs import Sent
from council.models import Meeting, NamedBallot


def cast_named(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    vote: UUID,
    choice: Choice,
    roll: UUID | None = None,
) -> None:
    """For those without a phone it is written down at the table, as such."""
    if roll is None:
        cast_own(meeting, actor=actor, now=now, sent=sent, vote=vote, choice=choice)
        return
    with opened_table(meeting, TableAct.CAST_NAMED, actor=actor, now=now, sent=sent) as case:
        row, line = vote_named(case, vote), case.line(roll)
        if row.way != VoteWay.NAMED or row.state != VoteState.OPEN:
            raise Refused(_("This vote is over: {state}.").format(state=row.get_state_display()))
        if all(voter.roll_id != line.key for voter in case.state.voters):
            raise Refused(
                _("They came after this vote was opened, or are recused: they have no vote in it.")
            )
        NamedBallot.objects.update_or_create(
            vote=row,
            roll=line.roll,
            defaults={"choice": choice, "at_table": line is not case.me},
        )
        # What was chosen stands in the ballot only, where it may still change.
        case.parameters = {"vote": str(vote), "roll": str(line.roll.uid)}
