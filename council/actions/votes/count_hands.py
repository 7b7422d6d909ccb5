"""The tellers counted hands, or ballots on paper."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.ballot_log import note_ballots
from council.casework.table import opened_table
from council.casework.votes import vote_named, write_count
from council.enums.table import TableAct
from council.enums.votes import VoteState, VoteWay
from council.inputs import Sent
from council.models import Meeting
from council.order.majority import Count


def count_hands(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, vote: UUID, count: Count
) -> None:
    """Hands must add up to all who may vote; on paper there may be fewer, and spoilt ones."""
    with opened_table(meeting, TableAct.COUNT_HANDS, actor=actor, now=now, sent=sent) as case:
        row = vote_named(case, vote)
        if row.state != VoteState.OPEN or row.way not in {VoteWay.HANDS, VoteWay.PAPER}:
            raise Refused(_("This vote is over: {state}.").format(state=row.get_state_display()))
        _check(row.way, count, row.eligible)
        result = write_count(case, row, count)
        case.parameters = {"vote": str(vote), "yes": count.yes, "no": count.no}
        note_ballots("counted", row, meeting=case.meeting, actor=actor)
        case.record("vote_counted", {"way": row.way, "cast": count.cast, "base": result.base})


def _check(way: str, count: Count, eligible: int) -> None:
    if min(count.yes, count.no, count.abstain, count.invalid) < 0:
        raise Refused(_("A count is no less than nothing."), field="yes")
    if count.cast > eligible:
        sentence = _("That is {cast}, but only {eligible} may vote. Please count again.")
        raise Refused(sentence.format(cast=count.cast, eligible=eligible), field="yes")
    if way == VoteWay.HANDS and count.invalid:
        raise Refused(_("A hand is for it, against it, or neither."), field="invalid")
    if way == VoteWay.HANDS and count.cast < eligible:
        sentence = _("That is {cast} of {eligible}: whoever raised no hand abstains.")
        raise Refused(sentence.format(cast=count.cast, eligible=eligible), field="abstain")
