"""A vote of a sitting: how it is found, counted, and changes its state."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from acting.refusals import Refused
from council.casework.table import TableCase
from council.enums.votes import VOTE_TRANSITIONS, Majority, VoteBase, VoteState
from council.models import Vote
from council.order.majority import Count, MajorityRule, VoteResult, result_of


def vote_named(case: TableCase, uid: UUID) -> Vote:
    """Locked after the sitting. Raises Refused for one that is not of this sitting.

    `no_key=True`, as all who lock a vote: then a row that only points to the vote can be written
    meanwhile, and PostgreSQL's check of that reference does not wait out of the order of locks.
    """
    votes = Vote.objects.select_for_update(of=("self",), no_key=True)
    vote = votes.filter(meeting=case.meeting, uid=uid)
    found = vote.select_related("motion").first()
    if found is None:
        raise Refused(_("This vote is not one of this sitting."), field="vote")
    return found


def move_vote(vote: Vote, state: VoteState) -> None:
    """Raises Refused for a way that the table does not have. The caller stores the row.

    What was counted on paper beside a secret vote stays no longer than until the count.
    """
    if state not in VOTE_TRANSITIONS[VoteState(vote.state)]:
        sentence = _("This vote has moved on: {state}.")
        raise Refused(sentence.format(state=vote.get_state_display()))
    vote.state, vote.waits_for_paper, vote.on_paper = state, False, []


def rule_of(vote: Vote) -> MajorityRule:
    return MajorityRule(
        Majority(vote.majority), VoteBase(vote.base), abstentions_count=vote.abstentions_count
    )


def write_count(case: TableCase, vote: Vote, count: Count) -> VoteResult:
    """The result follows from the rule; nobody types it.

    A vote that lost its quorum on the way is finished, and marked.
    """
    note_close(case, vote)
    return write_result(vote, count)


def note_close(case: TableCase, vote: Vote) -> None:
    vote.quorate = case.state.quorum.is_there
    vote.closed_at = vote.closed_at or max(case.at, vote.opened_at or case.at)


def write_result(vote: Vote, count: Count) -> VoteResult:
    result = result_of(rule_of(vote), count, present=vote.eligible, members=vote.members)
    vote.yes, vote.no = count.yes, count.no
    vote.abstain, vote.invalid = count.abstain, count.invalid
    vote.base_number, vote.adopted = result.base, result.adopted
    move_vote(vote, VoteState.COUNTED)
    vote.save()
    return result
