"""A holder's device answers for the batch; with the last answer the vote is counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from accounts.models import User
from acting.refusals import Refused
from council.casework.ballot_log import note_ballots
from council.casework.secret_vote import SecretCase, keep_batch, opened_secret
from council.casework.votes import write_result
from council.enums.votes import VOTE_WITH_NUMBERS, KeyHolder
from council.models import Vote
from council.order.majority import Count
from council.queries.secret import (
    answers_next,
    check_seed,
    holders_of,
    office_of,
    turnout_of,
)
from council.refusals import NotYours, WrongState
from council.secrecy.batch import counted, seals_left, unsealed
from council.secrecy.opening import DoesNotOpen
from council.secrecy.sealing import info_of


@sensitive_variables("answers")
def unlock(vote: Vote, *, actor: User, now: datetime, answers: Sequence[bytes]) -> None:
    """Nothing is taken of an answer that was made up for a single ballot; so nobody can falsify.

    A ballot that its voter spoilt counts as invalid. An answer that comes again, because the first
    one's reply was lost, changes nothing.
    """
    with opened_secret(vote, actor=actor, now=now) as case:
        office = office_of(case.vote, actor.pk)
        if office is None:
            raise NotYours
        if case.vote.state in VOTE_WITH_NUMBERS:
            return
        batch = [bytes(message) for message in case.vote.batch]
        turn = answers_next(case.vote, batch[0] if batch else None)
        if turn is None:
            raise WrongState
        if office != turn:
            _wait_or_done(office, turn)
            return
        _take(case, office, batch, answers)
        case.changed = True
        note_ballots("unlocked", case.vote, meeting=case.meeting, actor=actor)


def _wait_or_done(office: KeyHolder, turn: KeyHolder) -> None:
    order = list(KeyHolder)
    if order.index(office) > order.index(turn):
        raise Refused(_("The other key comes first. Try again in a moment."))


@sensitive_variables("answers", "found", "batch")
def _take(
    case: SecretCase, office: KeyHolder, batch: Sequence[bytes], answers: Sequence[bytes]
) -> None:
    vote = case.vote
    holder = next(one for one in holders_of(vote) if one.role == office)
    try:
        found = unsealed(
            batch,
            answers,
            holder=holder.point,
            info=info_of(vote.uid, office),
            seed=check_seed(vote, office),
        )
    except DoesNotOpen as wrong:
        raise Refused(
            _(
                "This answer is not true of every ballot, so none was opened. Should it happen "
                "again, declare the vote void and vote anew, on paper if need be."
            )
        ) from wrong
    if seals_left(batch) > 1:
        keep_batch(vote, found)
        vote.save()
    else:
        # Only the totals leave this line, those of paper and devices in one.
        vote.batch = []
        on_paper = Count(*vote.on_paper) if vote.on_paper else Count(0, 0, 0)
        write_result(vote, counted(found, turnout=turnout_of(vote)) + on_paper)
