from __future__ import annotations

from datetime import timedelta

import pytest

from acting.refusals import Refused
from council.enums.meetings import MeetingState
from council.models import Meeting, Presence
from council.refusals import WrongState
from tests.council.sittings import BEGINS, fresh, roll_of
from tests.council.table.doing import do, moved, speaks, vote_on

END = BEGINS + timedelta(hours=2)


def test_it_ends_when_the_server_says_and_everybody_leaves(meeting: Meeting) -> None:
    do(meeting, "end_item")
    do(meeting, "close", now=END, happened=BEGINS - timedelta(days=1))
    row = fresh(meeting)
    assert (row.state, row.closed_at, row.code) == (MeetingState.CLOSED, END, "")
    assert not Presence.objects.filter(left_at=None).exists()
    with pytest.raises(WrongState):
        do(meeting, "arrive", roll=roll_of(meeting)[0].uid)


def test_not_while_something_goes_on(meeting: Meeting) -> None:
    with pytest.raises(Refused, match="End the item"):
        do(meeting, "close")
    speaks(meeting, roll_of(meeting)[0])
    with pytest.raises(Refused, match="has the floor"):
        do(meeting, "close")
    do(meeting, "end_speech")
    vote_on(meeting, moved(meeting))
    with pytest.raises(Refused, match="A vote is running"):
        do(meeting, "close")
