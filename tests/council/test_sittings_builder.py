from __future__ import annotations

from council.enums.meetings import MeetingState
from tests.council.sittings import a_called_sitting, a_council, at_the_table, items_of, roll_of
from tests.world import World


def test_a_sitting_is_built_up_to_its_first_item(world: World) -> None:
    meeting = a_called_sitting(world, a_council(world, members=7))
    assert meeting.state == MeetingState.CALLED
    assert len(roll_of(meeting)) == 7
    assert len(meeting.code) == 6
    running = at_the_table(world, meeting, present=6)
    assert running.state == MeetingState.OPEN
    assert [item.state for item in items_of(running)] == ["on", "waiting"]
