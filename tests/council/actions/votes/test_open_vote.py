from __future__ import annotations

from uuid import uuid4

import pytest

from acting.refusals import Refused
from council.enums.motions import MotionState
from council.enums.votes import VoteState
from council.models import Meeting, Motion, Vote, Voter
from tests.council.sittings import a_called_sitting, a_council, a_member, at_the_table, roll_of
from tests.council.table.doing import announced, asks, commands, counted, do, moved, vote_on
from tests.world import World


def test_who_may_vote_is_fixed_with_it(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    do(meeting, "leave", roll=roll[4].uid)
    vote = vote_on(meeting, moved(meeting), "named")
    do(meeting, "arrive", roll=roll[4].uid)
    do(meeting, "leave", roll=roll[0].uid)
    voters = set(Voter.objects.filter(vote=vote).values_list("roll_id", flat=True))
    assert voters == {line.pk for line in roll[:4]}
    do(meeting, "cast_named", vote=vote.uid, roll=roll[0].uid, choice="yes")
    with pytest.raises(Refused, match="after this vote was opened"):
        do(meeting, "cast_named", vote=vote.uid, roll=roll[4].uid, choice="yes")


def test_who_is_recused_leaves_the_base_and_stays_in_the_quorum(world: World) -> None:
    meeting = at_the_table(world, present=4)
    do(meeting, "recuse", roll=roll_of(meeting)[3].uid, reason="我家就在涵洞边")
    vote = vote_on(meeting, moved(meeting), base="members")
    assert (vote.eligible, vote.members) == (3, 4)
    assert counted(meeting, vote, 3).base_number == 4


def test_without_a_quorum_none_opens(world: World) -> None:
    meeting = at_the_table(world, present=4)
    motion = moved(meeting)
    do(meeting, "leave", roll=roll_of(meeting)[3].uid)
    asks(meeting, roll_of(meeting)[0])
    with pytest.raises(Refused, match="1 more must be here"):
        vote_on(meeting, motion)


def test_who_walked_in_makes_no_quorum_and_has_no_vote(world: World) -> None:
    meeting = at_the_table(world, present=3)
    for name in ("老王", "老李"):
        do(meeting, "walk_in", uid=uuid4(), name=name)
    with pytest.raises(Refused, match="1 more must be here"):
        vote_on(meeting, moved(meeting))


def test_the_amendment_comes_first(meeting: Meeting) -> None:
    motion = moved(meeting)
    do(meeting, "amend", uid=uuid4(), motion=motion.uid, text="年底前清淤")
    with pytest.raises(Refused, match="amendments first"):
        vote_on(meeting, motion)


def test_one_at_a_time(meeting: Meeting) -> None:
    motion = moved(meeting)
    vote_on(meeting, motion)
    with pytest.raises(Refused, match="A vote is running"):
        vote_on(meeting, motion)
    assert Vote.objects.count() == 1


@pytest.mark.parametrize(("yes", "became"), [(4, MotionState.ADOPTED), (2, MotionState.REJECTED)])
def test_what_was_voted_on_can_be_voted_on_again(
    meeting: Meeting, yes: int, became: MotionState
) -> None:
    motion = moved(meeting)
    first = announced(meeting, motion, yes, 5 - yes)
    motion.refresh_from_db()
    assert motion.state == became
    second = vote_on(meeting, motion)
    assert (second.round, second.state) == (2, VoteState.OPEN)
    counted(meeting, second, 5 - yes, yes)
    do(meeting, "announce", vote=second.uid)
    motion.refresh_from_db()
    assert motion.state != became
    first.refresh_from_db()
    assert (first.yes, first.state) == (yes, VoteState.ANNOUNCED)


def test_not_again_once_the_decision_is_written_down(meeting: Meeting) -> None:
    motion = moved(meeting)
    announced(meeting, motion, 5)
    item = meeting.items.get(state="on")
    do(meeting, "adopt", uid=uuid4(), item=item.uid, effect="none")
    with pytest.raises(Refused, match="written down already"):
        vote_on(meeting, motion)


def test_not_again_while_another_motion_is_on_the_table(meeting: Meeting) -> None:
    first = moved(meeting)
    announced(meeting, first, 2, 3)
    moved(meeting, "先请专家看一看")
    with pytest.raises(Refused, match="One motion is on the table"):
        vote_on(meeting, first)


def test_an_adopted_amendment_is_not_voted_on_again(meeting: Meeting) -> None:
    motion, uid = moved(meeting), uuid4()
    do(meeting, "amend", uid=uid, motion=motion.uid, text="年底前清淤")
    amendment = Motion.objects.get(uid=uid)
    announced(meeting, amendment, 5)
    with pytest.raises(Refused, match="move it again"):
        vote_on(meeting, amendment)


def test_whoever_is_touched_by_the_item_does_not_chair_its_vote(world: World) -> None:
    council = a_council(world)
    a_member(council, world.grid_head)
    meeting = at_the_table(world, a_called_sitting(world, council))
    roll = {line.person_id: line for line in roll_of(meeting)}
    motion = moved(meeting)
    do(meeting, "recuse", roll=roll[world.grid_head.pk].uid)
    with pytest.raises(Refused, match="hand over the chair first"):
        vote_on(meeting, motion)
    do(meeting, "hand_over_chair", roll=roll_of(meeting)[0].uid)
    vote_on(meeting, motion)


def test_hands_and_paper_need_two_tellers_who_differ(meeting: Meeting) -> None:
    motion, roll = moved(meeting), roll_of(meeting)
    for way in ("hands", "paper"):
        with pytest.raises(Refused, match="two tellers"):
            vote_on(meeting, motion, way, teller_one="")
        with pytest.raises(Refused, match="Two different people"):
            vote_on(meeting, motion, way, teller_two=roll[0].uid)
    assert commands(meeting, "open_vote") == 0
