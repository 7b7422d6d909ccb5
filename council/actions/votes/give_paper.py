"""Somebody without a phone takes a ballot on paper, in a secret vote; or hands it back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.ballot_log import note_ballots
from council.casework.secret_vote import SecretCase, at_the_table, opened_secret
from council.enums.votes import VoteState
from council.models import Turnout, Vote
from council.refusals import WrongState


def give_paper(vote: Vote, *, actor: User, now: datetime, roll: UUID) -> None:
    """They have voted from then on, as far as anybody sees. Pressed twice it is given once."""
    with opened_secret(vote, actor=actor, now=now) as case:
        _check_open(case)
        voter = at_the_table(case, roll)
        known = Turnout.objects.filter(vote=case.vote, roll=voter).first()
        if known is not None and not known.on_paper:
            raise Refused(_("This person has voted on a device, and can change it there."))
        if known is None:
            Turnout.objects.create(vote=case.vote, roll=voter, on_paper=True)
            case.changed = True
            note_ballots("paper_given", case.vote, meeting=case.meeting, actor=actor)


def take_back_paper(vote: Vote, *, actor: User, now: datetime, roll: UUID) -> None:
    """It was not put into the box: they vote on a device then, or not at all."""
    with opened_secret(vote, actor=actor, now=now) as case:
        _check_open(case)
        voter = at_the_table(case, roll)
        gone, _rows = Turnout.objects.filter(vote=case.vote, roll=voter, on_paper=True).delete()
        case.changed = gone > 0
        if case.changed:
            note_ballots("paper_taken_back", case.vote, meeting=case.meeting, actor=actor)


def _check_open(case: SecretCase) -> None:
    if case.vote.state != VoteState.OPEN:
        raise WrongState(_("This vote is not open, so nothing was changed."))
