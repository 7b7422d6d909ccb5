from __future__ import annotations

from datetime import timedelta

import pytest

from acting.refusals import Refused
from council.enums.votes import VoteState
from council.models import Meeting, Vote
from tests.council.sittings import BEGINS, a_called_sitting, at_the_table, roll_of
from tests.council.table.doing import counted, do, moved, vote_on
from tests.world import World


def test_hands_must_add_up(meeting: Meeting) -> None:
    vote = vote_on(meeting, moved(meeting))
    with pytest.raises(Refused, match="6, but only 5 may vote"):
        counted(meeting, vote, 6)
    with pytest.raises(Refused, match="4 of 5"):
        counted(meeting, vote, 4)
    assert counted(meeting, vote, 3, 1, 1).adopted


def test_on_paper_some_may_be_missing_or_spoilt(meeting: Meeting) -> None:
    vote = vote_on(meeting, moved(meeting), "paper")
    do(meeting, "count_hands", vote=vote.uid, yes=2, no=1, abstain=0, invalid=1)
    vote.refresh_from_db()
    assert (vote.state, vote.invalid, vote.adopted) == (VoteState.COUNTED, 1, False)


def test_numbers_never_change_after_the_count(meeting: Meeting) -> None:
    vote = counted(meeting, vote_on(meeting, moved(meeting)), 3, 2)
    for say in ("count", "tell"):
        if say == "tell":
            do(meeting, "announce", vote=vote.uid)
        with pytest.raises(Refused, match="No vote by hands or on paper is open"):
            counted(meeting, vote, 0, 5)
    vote.refresh_from_db()
    assert (vote.yes, vote.no, vote.adopted) == (3, 2, True)


def test_a_page_that_is_behind_counts_no_other_vote(meeting: Meeting) -> None:
    motion = moved(meeting)
    old = vote_on(meeting, motion)
    do(meeting, "void_vote", vote=old.uid, reason="有人没听清")
    new = vote_on(meeting, motion)
    with pytest.raises(Refused, match="This vote is over"):
        counted(meeting, old, 5)
    new.refresh_from_db()
    assert new.state == VoteState.OPEN


def test_a_vote_that_lost_its_quorum_is_finished_and_marked(world: World) -> None:
    meeting = at_the_table(world, present=4)
    vote = vote_on(meeting, moved(meeting))
    do(meeting, "leave", roll=roll_of(meeting)[0].uid)
    vote = counted(meeting, vote, 4)
    assert (vote.adopted, vote.quorate) == (True, False)


def test_a_vote_of_another_sitting_is_not_found(world: World, meeting: Meeting) -> None:
    other = at_the_table(
        world,
        a_called_sitting(world, meeting.council, starts_at=BEGINS + timedelta(days=1)),
        now=BEGINS + timedelta(days=1),
    )
    theirs = vote_on(other, moved(other))
    vote_on(meeting, moved(meeting))
    with pytest.raises(Refused, match="not one of this sitting"):
        counted(meeting, theirs, 5)
    assert Vote.objects.filter(state=VoteState.OPEN).count() == 2
