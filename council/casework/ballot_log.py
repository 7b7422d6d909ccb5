"""Write down in the security log what becomes of a vote in secret or on paper.

Never a choice, a count or a voter, and nothing when a ballot is cast: in which order people vote
stands nowhere (decision 0053).
"""

from __future__ import annotations

from accounts.models import User
from accounts.security_log import Kind, note_once_done
from council.enums.votes import VoteWay
from council.models import Meeting, Vote

BY_BALLOT = frozenset({VoteWay.SECRET, VoteWay.PAPER})


def note_ballots(act: str, vote: Vote, *, meeting: Meeting, actor: User | None) -> None:
    """Of a rehearsal nothing is kept."""
    if vote.way not in BY_BALLOT or meeting.rehearsal:
        return
    note_once_done(
        Kind.BALLOTS,
        person=None if actor is None else actor.pk,
        act=act,
        sitting=meeting.pk,
        vote=vote.pk,
        way=str(vote.way),
    )
