"""The chair puts a motion to the vote; who may vote is fixed with it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.ballot_log import note_ballots
from council.casework.motions import amendments_of, motion_named, reopen
from council.casework.table import TableCase, opened_table
from council.enums.motions import MOTION_VOTED, MotionState
from council.enums.table import TableAct
from council.enums.votes import VoteState, VoteWay
from council.inputs import Ballot, Sent
from council.models import Meeting, Motion, Roll, Vote, Voter
from council.order.who_votes import members_who_may, voters
from council.secrecy.batch import FEWEST

NEEDS_TELLERS = frozenset({VoteWay.HANDS, VoteWay.PAPER})


def open_vote(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    sent: Sent,
    uid: UUID,
    motion: UUID,
    ballot: Ballot,
) -> None:
    """Whoever leaves later keeps their vote, whoever comes later has none in this one.

    What was voted on before can be voted on again, in another round; the earlier ones stay.
    A secret vote waits for the keys of its holders first.
    """
    with opened_table(meeting, TableAct.OPEN_VOTE, actor=actor, now=now, sent=sent) as case:
        row = motion_named(case, motion)
        _check(case, row)
        one, two = _tellers(case, ballot)
        roll = case.state.roll_facts(row.item_id)
        eligible = voters(roll)
        if not eligible:
            raise Refused(_("Nobody here may vote on this item."))
        _check_secret(ballot, len(eligible))
        waits = ballot.way == VoteWay.SECRET
        vote = Vote.objects.create(
            uid=uid,
            meeting=case.meeting,
            motion=row,
            round=1 + sum(vote.motion_id == row.pk for vote in case.state.votes),
            way=ballot.way,
            majority=ballot.rule.majority,
            base=ballot.rule.base,
            abstentions_count=ballot.rule.abstentions_count,
            state=VoteState.KEYS if waits else VoteState.OPEN,
            eligible=len(eligible),
            members=members_who_may(roll),
            opened_at=None if waits else case.at,
            teller_one=one,
            teller_two=two,
            holders=ballot.holders if waits else 0,
        )
        Voter.objects.bulk_create(Voter(vote=vote, roll_id=key) for key in eligible)
        note_ballots("opened", vote, meeting=case.meeting, actor=actor)
        case.parameters = {"vote": str(uid), "motion": str(motion), "way": ballot.way}
        case.record(
            "vote_opened", {"way": ballot.way, "eligible": len(eligible), "round": vote.round}
        )


def _check(case: TableCase, motion: Motion) -> None:
    if motion.state in MOTION_VOTED:
        reopen(case, motion)
    if motion.state != MotionState.OPEN:
        raise Refused(_("Somebody must second it first."), field="motion")
    if amendments_of(case, motion):
        raise Refused(_("Vote on its amendments first, or take them back."), field="motion")


def _check_secret(ballot: Ballot, eligible: int) -> None:
    if ballot.way == VoteWay.SECRET and eligible < FEWEST:
        sentence = _("Fewer than {fewest} may vote, so it can't stay secret: choose another way.")
        raise Refused(sentence.format(fewest=FEWEST), field="way")


def _tellers(case: TableCase, ballot: Ballot) -> tuple[Roll | None, Roll | None]:
    one, two = (case.line(uid).roll if uid else None for uid in ballot.tellers)
    if ballot.way in NEEDS_TELLERS and (one is None or two is None):
        raise Refused(_("Name two tellers: who counts, and who watches."), field="teller_one")
    if one is not None and one == two:
        raise Refused(_("Two different people count and watch."), field="teller_two")
    return one, two
