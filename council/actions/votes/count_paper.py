"""Two tellers counted the ballots on paper of a secret vote that is closed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_variables

from accounts.models import User
from acting.refusals import Refused
from council.casework.ballot_log import note_ballots
from council.casework.secret_vote import SecretCase, opened_secret
from council.casework.votes import write_result
from council.enums.votes import VOTE_WITH_NUMBERS, VoteState
from council.models import Roll, Vote
from council.order.majority import Count
from council.queries.secret import on_the_roll, papers_in
from council.refusals import NotYours, WrongState
from council.rules.meetings import runs_table


@sensitive_variables("count")
def count_paper(
    vote: Vote, *, actor: User, now: datetime, count: Count, tellers: tuple[UUID, UUID]
) -> None:
    """Before any device opens the others; it is added to them at the count, and not kept apart.

    It adds up to those who took one. Where nobody voted on a device it is the whole count. The same
    count sent again changes nothing.
    """
    with opened_secret(vote, actor=actor, now=now) as case:
        if not runs_table(actor.pk, case.meeting):
            raise NotYours
        if _is_counted_so(case.vote, count):
            return
        if case.vote.state != VoteState.CLOSED or not case.vote.waits_for_paper:
            raise WrongState(_("There is no paper to be counted now."))
        _check(case, count)
        row = case.vote
        row.teller_one, row.teller_two = _tellers(row, tellers)
        if row.batch:
            row.waits_for_paper = False
            row.on_paper = [count.yes, count.no, count.abstain, count.invalid]
            row.save()
        else:
            write_result(row, count)
        case.changed = True
        note_ballots("paper_counted", row, meeting=case.meeting, actor=actor)


def _is_counted_so(vote: Vote, count: Count) -> bool:
    numbers = [count.yes, count.no, count.abstain, count.invalid]
    if vote.state in VOTE_WITH_NUMBERS:
        return numbers == [vote.yes, vote.no, vote.abstain, vote.invalid]
    return vote.on_paper == numbers


def _check(case: SecretCase, count: Count) -> None:
    if min(count.yes, count.no, count.abstain, count.invalid) < 0:
        raise Refused(_("A count is no less than nothing."), field="yes")
    papers = papers_in(case.vote)
    if count.cast != papers:
        sentence = ngettext(
            "That is {cast}, but {papers} ballot on paper was taken. What was not handed in counts "
            "as spoilt.",
            "That is {cast}, but {papers} ballots on paper were taken. What was not handed in "
            "counts as spoilt.",
            papers,
        )
        raise Refused(sentence.format(cast=count.cast, papers=papers), field="yes")


def _tellers(vote: Vote, uids: tuple[UUID, UUID]) -> tuple[Roll, Roll]:
    there = {row.uid: row for row in on_the_roll(vote)}
    if uids[0] == uids[1]:
        raise Refused(_("Two different people count and watch."), field="teller_two")
    if not there.keys() >= set(uids):
        raise Refused(_("Name two tellers: who counts, and who watches."), field="teller_one")
    return there[uids[0]], there[uids[1]]
