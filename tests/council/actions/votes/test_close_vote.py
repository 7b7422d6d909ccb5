from __future__ import annotations

import pytest

from acting.refusals import Refused
from council.enums.votes import VoteState
from council.models import Meeting
from council.refusals import AlreadyDone
from tests.council.sittings import roll_of
from tests.council.table.doing import do, moved, vote_on


def test_what_was_said_is_counted_and_silence_is_no_vote(meeting: Meeting) -> None:
    vote = vote_on(meeting, moved(meeting), "named", base="cast")
    for line, choice in zip(roll_of(meeting), ("yes", "yes", "no"), strict=False):
        do(meeting, "cast_named", line.person, vote=vote.uid, choice=choice)
    do(meeting, "close_vote", vote=vote.uid)
    vote.refresh_from_db()
    assert (vote.yes, vote.no, vote.abstain, vote.base_number) == (2, 1, 0, 3)
    assert vote.adopted


def test_a_vote_that_is_closed_stays_so(meeting: Meeting) -> None:
    motion = moved(meeting)
    first = vote_on(meeting, motion, "named")
    do(meeting, "close_vote", vote=first.uid)
    do(meeting, "announce", vote=first.uid)
    second = vote_on(meeting, motion, "named")
    with pytest.raises(AlreadyDone):
        do(meeting, "close_vote", vote=first.uid)
    second.refresh_from_db()
    assert second.state == VoteState.OPEN


def test_hands_are_counted_not_closed(meeting: Meeting) -> None:
    vote = vote_on(meeting, moved(meeting))
    with pytest.raises(Refused, match="No vote by name or in secret is open"):
        do(meeting, "close_vote", vote=vote.uid)
