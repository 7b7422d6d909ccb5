from __future__ import annotations

import pytest

from acting.refusals import Refused
from council.enums.votes import VoteState
from council.models import Meeting
from tests.council.table.doing import announced, counted, do, moved, vote_on


def test_it_counts_for_nothing_and_blocks_nothing(meeting: Meeting) -> None:
    motion = moved(meeting)
    vote = vote_on(meeting, motion)
    do(meeting, "void_vote", vote=vote.uid, reason="有人没听清")
    vote.refresh_from_db()
    assert vote.state == VoteState.VOID
    assert announced(meeting, motion, 5).round == 2


def test_a_count_is_never_voided(meeting: Meeting) -> None:
    vote = counted(meeting, vote_on(meeting, moved(meeting)), 5)
    with pytest.raises(Refused, match="No vote is running"):
        do(meeting, "void_vote", vote=vote.uid, reason="算错了")


def test_a_second_round_that_is_void_leaves_what_the_first_came_to(meeting: Meeting) -> None:
    motion = moved(meeting)
    announced(meeting, motion, 5)
    again = vote_on(meeting, motion)
    do(meeting, "void_vote", vote=again.uid, reason="有人没听清")
    motion.refresh_from_db()
    assert motion.state == "adopted"
