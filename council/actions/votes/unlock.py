"""A holder's device answers for the batch; with the last answer the vote is counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from accounts.models import User
from acting.refusals import Refused
from council.casework.secret_vote import SecretCase, keep_batch, opened_secret
from council.casework.votes import write_result
from council.enums.votes import VOTE_WITH_NUMBERS, KeyHolder
from council.models import Vote
from council.queries.secret import answers_next, office_of, turnout_of
from council.refusals import NotYours, WrongState
from council.secrecy.batch import counted, seals_left, unsealed
from council.secrecy.opening import DoesNotOpen
from council.secrecy.sealing import info_of


@sensitive_variables("secrets")
def unlock(vote: Vote, *, actor: User, now: datetime, secrets: Sequence[bytes]) -> None:
    """Nothing is taken of an answer that doesn't open every ballot; so nobody can falsify one.

    An answer that comes again, because the first one's reply was lost, changes nothing.
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
        _take(case, office, batch, secrets)
        case.changed = True


def _wait_or_done(office: KeyHolder, turn: KeyHolder) -> None:
    order = list(KeyHolder)
    if order.index(office) > order.index(turn):
        raise Refused(_("The other key comes first. Try again in a moment."))


@sensitive_variables("secrets", "found", "batch")
def _take(
    case: SecretCase, office: KeyHolder, batch: Sequence[bytes], secrets: Sequence[bytes]
) -> None:
    vote = case.vote
    try:
        found = unsealed(batch, secrets, info=info_of(vote.uid, office))
    except DoesNotOpen as wrong:
        raise Refused(
            _(
                "This answer does not open every ballot, so none was opened. Should it happen "
                "again, declare the vote void and vote anew, on paper if need be."
            )
        ) from wrong
    if seals_left(batch) > 1:
        keep_batch(vote, found)
        vote.save()
    else:
        # Only the totals leave this line.
        vote.batch = []
        write_result(vote, counted(found, turnout=turnout_of(vote)))
