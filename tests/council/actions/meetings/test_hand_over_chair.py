from __future__ import annotations

import pytest

from acting.refusals import Refused
from council.models import Meeting
from tests.council.sittings import a_called_sitting, a_council, a_member, at_the_table, roll_of
from tests.council.table.doing import asks, do, speaks, state
from tests.world import World


@pytest.fixture
def meeting(world: World) -> Meeting:
    """The chair is a member too, the last on the roll."""
    council = a_council(world)
    a_member(council, world.grid_head)
    return at_the_table(world, a_called_sitting(world, council))


def chairs(meeting: Meeting) -> int | None:
    return state(meeting).meeting.chair_now_id


def test_the_chair_hands_over_before_they_speak(world: World, meeting: Meeting) -> None:
    roll = {line.person_id: line for line in roll_of(meeting)}
    other = roll_of(meeting)[0]
    mine = roll[world.grid_head.pk]
    uid = asks(meeting, mine)
    with pytest.raises(Refused, match="hands it over first"):
        do(meeting, "give_floor", speech=uid)
    do(meeting, "hand_over_chair", roll=other.uid)
    do(meeting, "give_floor", speech=uid)
    with pytest.raises(Refused, match="have the floor"):
        do(meeting, "take_back_chair")
    do(meeting, "end_speech")
    do(meeting, "take_back_chair")
    assert chairs(meeting) == world.grid_head.pk


def test_whoever_took_it_over_does_not_speak_either(meeting: Meeting) -> None:
    other = roll_of(meeting)[0]
    do(meeting, "hand_over_chair", roll=other.uid)
    uid = asks(meeting, other)
    with pytest.raises(Refused, match="hands it over first"):
        do(meeting, "give_floor", speech=uid)


def test_not_to_somebody_who_speaks_is_away_is_recused_or_chairs(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    speaks(meeting, roll[0])
    do(meeting, "leave", roll=roll[1].uid)
    do(meeting, "recuse", roll=roll[2].uid)
    for line in (roll[0], roll[1], roll[2], roll[5]):
        with pytest.raises(Refused):
            do(meeting, "hand_over_chair", roll=line.uid)
    assert state(meeting).meeting.acting_chair_id is None


def test_when_they_leave_the_chair_has_it_back(world: World, meeting: Meeting) -> None:
    other = roll_of(meeting)[0]
    do(meeting, "hand_over_chair", roll=other.uid)
    do(meeting, "leave", other.person, device="phone")
    assert chairs(meeting) == world.grid_head.pk
