"""The chair closes a vote by name, which is counted, or in secret, whose keys come next."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Count as Counted
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.ballot_log import note_ballots
from council.casework.secret_vote import close_secret
from council.casework.table import opened_table
from council.casework.votes import note_close, vote_named, write_count
from council.enums.table import TableAct
from council.enums.votes import Choice, VoteState, VoteWay
from council.inputs import Sent
from council.models import Meeting, NamedBallot, Vote
from council.order.majority import Count
from council.refusals import AlreadyDone


def close_vote(meeting: Meeting, *, actor: User, now: datetime, sent: Sent, vote: UUID) -> None:
    """Whoever may vote and did not say anything is not among the votes cast."""
    with opened_table(meeting, TableAct.CLOSE_VOTE, actor=actor, now=now, sent=sent) as case:
        row = vote_named(case, vote)
        if row.state != VoteState.OPEN:
            raise AlreadyDone
        case.parameters = {"vote": str(vote)}
        if row.way == VoteWay.SECRET:
            note_close(case, row)
            case.record("vote_closed", {"way": row.way, "cast": close_secret(row)})
            note_ballots("closed", row, meeting=case.meeting, actor=actor)
        elif row.way == VoteWay.NAMED:
            count = _said(row)
            result = write_count(case, row, count)
            case.record("vote_counted", {"way": row.way, "cast": count.cast, "base": result.base})
        else:
            raise Refused(_("Hands and paper are counted, not closed."), field="vote")


def _said(vote: Vote) -> Count:
    said = NamedBallot.objects.filter(vote=vote).values_list("choice").order_by()
    counted = dict(said.annotate(number=Counted("pk")))
    return Count(
        counted.get(Choice.YES, 0), counted.get(Choice.NO, 0), counted.get(Choice.ABSTAIN, 0)
    )
