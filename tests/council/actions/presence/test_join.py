from __future__ import annotations

import pytest

from acting.refusals import Refused
from council.models import Meeting, Roll
from council.refusals import AlreadyDone
from tests.council.sittings import roll_of
from tests.council.table.doing import do, state
from tests.world import World


def test_a_member_comes_on_their_own_line_and_others_as_residents(
    world: World, meeting: Meeting
) -> None:
    line = roll_of(meeting)[0]
    do(meeting, "leave", roll=line.uid)
    do(meeting, "join", line.person, device="phone", code=f" {meeting.code.lower()} ")
    do(meeting, "join", world.stranger, device="phone", code=meeting.code)
    assert state(meeting).quorum.present == 5
    assert Roll.objects.get(meeting=meeting, person=world.stranger).standing == "resident"
    with pytest.raises(AlreadyDone):
        do(meeting, "join", line.person, device="phone", code=meeting.code)


def test_a_wrong_or_old_code_opens_nothing(world: World, meeting: Meeting) -> None:
    for code in ("AAAAAA", "表决", "<script>"):
        with pytest.raises(Refused, match="not, or no longer"):
            do(meeting, "join", world.stranger, device="phone", code=code)
    assert not Roll.objects.filter(person=world.stranger).exists()
