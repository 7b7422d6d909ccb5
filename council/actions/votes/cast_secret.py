"""Somebody votes in secret: what is stored is sealed, and says neither what nor when."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from accounts.models import User
from acting.refusals import Refused
from council.casework.secret_vote import SecretCase, at_the_table, opened_secret
from council.enums.votes import Choice, VoteState
from council.models import Roll, SealedBallot, Turnout, Vote
from council.queries.secret import holders_of, took_paper, voter_of
from council.refusals import NotYours, WrongState
from council.secrecy import ballot
from council.secrecy.batch import CHOICES
from council.secrecy.opening import can_be_opened
from council.secrecy.sealing import sealed, size_of_sealed


@sensitive_variables("message", "choice")
def cast_secret(
    vote: Vote,
    *,
    actor: User,
    now: datetime,
    message: bytes | None = None,
    choice: Choice | None = None,
    roll: UUID | None = None,
) -> None:
    """`message` was sealed by the voter's device; without it the `choice` is sealed here.

    Until the close each may vote again, and the last counts. `roll` names who votes at the table.
    """
    with opened_secret(vote, actor=actor, now=now) as case:
        if case.vote.state != VoteState.OPEN:
            raise WrongState(_("This vote is not open, so nothing was counted."))
        voter = _voter(case, roll)
        if took_paper(case.vote, voter):
            raise Refused(
                _("A ballot on paper was taken here. Whoever hands it back can vote on a device.")
            )
        if message is None:
            message = sealed_here(case.vote, choice)
        _store(case, voter, _checked(case.vote, message), at_table=roll is not None)


def _voter(case: SecretCase, roll: UUID | None) -> Roll:
    """Nobody at the table can take the place of a ballot that came from the voter's own device."""
    if roll is None:
        own = voter_of(case.vote, case.actor.pk)
        if own is None:
            raise NotYours(
                _("You came after this vote was opened, or are recused: you can't vote in it.")
            )
        return own
    voter = at_the_table(case, roll)
    if Turnout.objects.filter(vote=case.vote, roll=voter, at_table=False, on_paper=False).exists():
        raise Refused(_("This person has voted on their own device, and can change it there."))
    return voter


@sensitive_variables("choice")
def sealed_here(vote: Vote, choice: Choice | None) -> bytes:
    """For a device that can't seal: only in memory, and never written before it is sealed."""
    if choice is None:
        raise Refused(_("Please choose one."), field="choice")
    number = CHOICES.index(choice) + 1
    return sealed(ballot.encoded(number), vote.uid, holders_of(vote))


def _checked(vote: Vote, message: bytes) -> bytes:
    if len(message) != size_of_sealed(vote.holders) or not can_be_opened(message):
        raise Refused(_("This ballot is not sealed as it should be. Open the page anew and vote."))
    return message


def _store(case: SecretCase, voter: Roll, message: bytes, *, at_table: bool) -> None:
    try:
        with transaction.atomic():
            SealedBallot.objects.update_or_create(
                vote=case.vote, roll=voter, defaults={"sealed": message}
            )
    except IntegrityError as copied:
        raise Refused(
            _("This is a copy of another ballot, so it does not count. Choose and send your own.")
        ) from copied
    Turnout.objects.update_or_create(vote=case.vote, roll=voter, defaults={"at_table": at_table})
    case.changed = True
