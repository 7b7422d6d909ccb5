"""The lists at the table offer who may, and the others are refused in words."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from acting.refusals import Refused
from council.enums.screens import Audience
from council.models import Meeting, Motion
from council.presentation.screens import own_letters, parts_of
from council.presentation.screens.parts import filled
from tests.council.sittings import a_called_sitting, a_council, a_member, at_the_table, roll_of
from tests.council.table.doing import TEXT, do, moved, speaks, state
from tests.world import World


@pytest.fixture
def meeting(world: World) -> Meeting:
    """Chair and recorder are members too, the last on the roll; a motion waits for a second."""
    council = a_council(world)
    a_member(council, world.grid_head)
    a_member(council, world.grid_worker)
    return at_the_table(world, a_called_sitting(world, council, manner="rules"))


def parts(meeting: Meeting, audience: Audience = Audience.TABLE) -> dict[str, str]:
    return filled(parts_of(state(meeting), audience, now=timezone.now()))


def offered(meeting: Meeting, act: str) -> list[set[UUID]]:
    """For each form that sends it, whom it lets one choose."""
    drawn = parts(meeting)
    forms = re.findall(r"<form.*?</form>", drawn["item"] + drawn["next"], re.DOTALL)
    return [
        {UUID(found) for found in re.findall(r'<option value="([0-9a-f-]{36})"', form)}
        for form in forms
        if f'name="act" value="{act}"' in form
    ]


def amended(meeting: Meeting, motion: Motion, text: str, roll: UUID) -> Motion:
    uid = uuid4()
    do(meeting, "amend", uid=uid, motion=motion.uid, text=text, roll=roll)
    return Motion.objects.get(uid=uid)


def test_a_motion_is_seconded_by_whoever_is_here_and_did_not_move_it(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    do(meeting, "leave", roll=roll[1].uid)
    motion = moved(meeting, roll=roll[0].uid)
    (found,) = offered(meeting, "second_motion")
    assert found == {line.uid for line in roll} - {roll[0].uid, roll[1].uid}
    for line, why in ((roll[0], "other than the mover"), (roll[1], "who is here")):
        with pytest.raises(Refused, match=why):
            do(meeting, "second_motion", motion=motion.uid, roll=line.uid)
    do(meeting, "second_motion", motion=motion.uid, roll=roll[2].uid)
    assert offered(meeting, "second_motion") == []


def test_each_amendment_is_seconded_by_somebody_other_than_its_own_mover(meeting: Meeting) -> None:
    """Also on the phones: who moved one may second the other."""
    roll = roll_of(meeting)
    motion = moved(meeting)
    amended(meeting, motion, "年底前清淤", roll[0].uid)
    amended(meeting, motion, "春节前清淤", roll[1].uid)
    everybody = {line.uid for line in roll}
    assert offered(meeting, "second_motion") == [
        everybody - {roll[0].uid},
        everybody - {roll[1].uid},
    ]
    acts = parts(meeting, Audience.MEMBER)["acts"]
    assert re.findall(r"if-not-mover-(\d)", acts) == ["0", "1"]
    own = own_letters(state(meeting), Audience.MEMBER)
    assert [own[line.person_id or 0] for line in roll[:3]] == ["hm0", "hm1", "hm"]


def test_where_nobody_else_is_here_it_says_so(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    moved(meeting, TEXT, roll=roll[0].uid)
    for line in roll[1:]:
        do(meeting, "leave", roll=line.uid)
    assert offered(meeting, "second_motion") == []
    assert "It takes another member" in parts(meeting)["item"]


def test_the_chair_is_handed_to_whoever_may_take_it(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    do(meeting, "recuse", roll=roll[0].uid)
    speaks(meeting, roll[1])
    do(meeting, "leave", roll=roll[2].uid)
    (found,) = offered(meeting, "hand_over_chair")
    assert found == {roll[3].uid, roll[4].uid}
    refused = {
        roll[0]: "recused",
        roll[1]: "have the floor",
        roll[2]: "who is here",
        roll[5]: "in the chair",
        roll[6]: "writes it down",
    }
    for line, why in refused.items():
        with pytest.raises(Refused, match=why):
            do(meeting, "hand_over_chair", roll=line.uid)
    for line in roll[3:5]:
        do(meeting, "leave", roll=line.uid)
    assert offered(meeting, "hand_over_chair") == []


def test_nobody_is_recused_twice(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    do(meeting, "recuse", roll=roll[0].uid)
    (found,) = offered(meeting, "recuse")
    assert found == {line.uid for line in roll[1:]}
