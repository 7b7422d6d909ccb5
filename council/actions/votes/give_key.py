"""A holder's device gives the public point of its key; with the last one the vote opens."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.ballot_log import note_ballots
from council.casework.secret_vote import SecretCase, opened_secret
from council.casework.votes import move_vote
from council.enums.votes import VoteState
from council.models import SecretKey, Vote
from council.queries.secret import office_of
from council.refusals import NotYours, WrongState
from council.secrecy.points import is_point


def give_key(vote: Vote, *, actor: User, now: datetime, point: bytes) -> None:
    """The first key of a holder counts; the same again is fine, another one is refused."""
    with opened_secret(vote, actor=actor, now=now) as case:
        office = office_of(case.vote, actor.pk)
        if office is None:
            raise NotYours
        known = SecretKey.objects.filter(vote=case.vote, holder=office).first()
        if known is not None:
            _same(known, point)
            return
        if case.vote.state != VoteState.KEYS:
            raise WrongState
        if not is_point(point):
            raise Refused(_("This is no key. Make it anew on this device."))
        SecretKey.objects.create(vote=case.vote, holder=office, person=actor, point=point)
        case.changed = True
        note_ballots("key_given", case.vote, meeting=case.meeting, actor=actor)
        if SecretKey.objects.filter(vote=case.vote).count() == case.vote.holders:
            _open(case)


def _open(case: SecretCase) -> None:
    vote = case.vote
    vote.opened_at = case.now
    move_vote(vote, VoteState.OPEN)
    vote.save(update_fields=["opened_at", "state"])


def _same(known: SecretKey, point: bytes) -> None:
    if bytes(known.point) != point:
        raise Refused(
            _("Another device holds this key already. Go on there, or declare the vote void.")
        )
