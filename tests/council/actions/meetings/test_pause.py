from __future__ import annotations

import pytest

from acting.refusals import Refused
from council.models import Meeting
from council.refusals import WrongState
from tests.council.sittings import roll_of
from tests.council.table.doing import asks, do, moved, state, vote_on


def test_people_come_and_go_in_a_pause_and_nothing_is_decided(meeting: Meeting) -> None:
    motion = moved(meeting)
    do(meeting, "pause")
    do(meeting, "leave", roll=roll_of(meeting)[0].uid)
    for refused in (lambda: vote_on(meeting, motion), lambda: asks(meeting, roll_of(meeting)[1])):
        with pytest.raises(WrongState):
            refused()
    do(meeting, "resume")
    assert state(meeting).quorum.present == 4
    vote_on(meeting, motion)
    with pytest.raises(Refused, match="A vote is running"):
        do(meeting, "pause")
