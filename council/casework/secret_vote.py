"""A locked secret vote, and what becomes of its ballots.

Its acts are no commands: of keys, ballots and what opens them nothing may stand in a log.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.acts.needs import needs_more_paper
from council.casework.publish import publish_after_commit
from council.casework.votes import move_vote
from council.enums.votes import TOO_FEW, VoteState, VoteWay
from council.models import Meeting, Roll, Vote
from council.queries.secret import papers_in, voter_at_table
from council.refusals import NotYours, WrongState
from council.rules.meetings import runs_table
from council.secrecy.batch import FEWEST, in_order

TAKE_OUT = "DELETE FROM council_sealedballot WHERE vote_id = %s RETURNING sealed"


@dataclass(slots=True, kw_only=True)
class SecretCase:
    meeting: Meeting
    vote: Vote
    actor: User
    now: datetime
    # Whether the screens have something new to show.
    changed: bool = False


@contextmanager
def opened_secret(vote: Vote, *, actor: User, now: datetime) -> Iterator[SecretCase]:
    """Lock the sitting and the vote, in this order; tell the screens if the block says so."""
    with transaction.atomic():
        meeting = Meeting.objects.select_for_update().get(pk=vote.meeting_id)
        votes = Vote.objects.select_for_update(of=("self",), no_key=True)
        row = votes.select_related("motion").get(pk=vote.pk)
        if row.way != VoteWay.SECRET:
            raise WrongState
        row.meeting = meeting
        case = SecretCase(meeting=meeting, vote=row, actor=actor, now=now)
        yield case
        if case.changed:
            meeting.version += 1
            meeting.save(update_fields=["version"])
            publish_after_commit(meeting.uid, meeting.version)


def close_secret(vote: Vote) -> int:
    """Close the vote, untie the ballots from their voters, return their number, paper included.

    The caller has locked the vote. Fewer than three are never opened: then the vote is void. Raises
    Refused where so few took paper that counting it would say what they chose.
    """
    papers = papers_in(vote)
    if few := needs_more_paper(papers):
        raise Refused(few)
    taken = _taken_out(vote)
    move_vote(vote, VoteState.CLOSED)
    vote.waits_for_paper = papers > 0
    if taken or not papers:
        keep_batch(vote, taken)
    vote.save()
    return len(taken) + papers


def keep_batch(vote: Vote, messages: Sequence[bytes]) -> None:
    """Keep the ballots sorted by their bytes; if they are too few, void the vote instead.

    The caller stores the row.
    """
    vote.batch = in_order(messages)
    if len(vote.batch) < FEWEST:
        vote.batch, vote.voided_because = [], TOO_FEW
        move_vote(vote, VoteState.VOID)


def at_the_table(case: SecretCase, roll: UUID) -> Roll:
    """Somebody who may vote, before chair or recorder. Raises NotYours, or Refused."""
    if not runs_table(case.actor.pk, case.meeting):
        raise NotYours
    voter = voter_at_table(case.vote, roll)
    if voter is None:
        raise Refused(_("This person may not vote in this vote."))
    return voter


def _taken_out(vote: Vote) -> Sequence[bytes]:
    """One statement: no ballot can be read here and stay there."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE_OUT, [vote.pk])
        return [bytes(sealed) for (sealed,) in cursor.fetchall()]
