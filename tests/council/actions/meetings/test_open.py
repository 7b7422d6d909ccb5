from __future__ import annotations

from uuid import uuid4

import pytest

from acting.refusals import Refused
from council.enums.meetings import MeetingState
from council.models import Council, CouncilMember, Meeting
from council.refusals import NotYours, WrongState
from tests.council.sittings import (
    BEGINS,
    a_called_sitting,
    a_council,
    a_draft,
    at_the_table,
    fresh,
    roll_of,
)
from tests.council.table.doing import do, state
from tests.world import World


def test_roll_and_rules_stay_as_they_were_when_it_opened(world: World) -> None:
    meeting = at_the_table(world)
    Council.objects.update(quorum_numerator=1, quorum_denominator=1)
    CouncilMember.objects.all().delete()
    quorum = state(meeting).quorum
    assert (quorum.members, quorum.needed) == (5, 4)


def test_before_it_opens_the_quorum_is_that_of_its_council(world: World) -> None:
    meeting = a_called_sitting(world, a_council(world, quorum_numerator=1, quorum_denominator=1))
    assert state(meeting).quorum.needed == 5


def test_a_sitting_that_nobody_was_told_of_is_not_opened(world: World) -> None:
    meeting = a_draft(world, a_council(world))
    with pytest.raises(Refused, match="nobody has been told"):
        do(meeting, "open")
    assert fresh(meeting).state == MeetingState.DRAFT


def test_twice_it_is_open_once(world: World) -> None:
    meeting = a_called_sitting(world)
    do(meeting, "open")
    with pytest.raises(WrongState):
        do(meeting, "open")


def test_nobody_else_opens_it(world: World) -> None:
    meeting = a_called_sitting(world)
    for who in (world.staff, world.lead, world.resident):
        with pytest.raises(NotYours):
            do(meeting, "open", who)


def test_a_member_of_another_day_is_a_guest(world: World) -> None:
    meeting = a_called_sitting(world)
    gone, stays = roll_of(meeting)[:2]
    do(meeting, "arrive", roll=stays.uid)
    CouncilMember.objects.filter(person__in=[gone.person_id, stays.person_id]).delete()
    do(meeting, "open", now=BEGINS, command=uuid4())
    standing = {line.roll.person_id: line.roll.standing for line in state(meeting).roll}
    assert gone.person_id not in standing
    assert standing[stays.person_id] == "invited"
    assert Meeting.objects.get().members_total == 3
