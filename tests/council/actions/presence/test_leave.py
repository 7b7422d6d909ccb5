from __future__ import annotations

import pytest

from council.models import Meeting, Speech
from council.refusals import AlreadyDone, NotYours
from tests.council.sittings import roll_of
from tests.council.table.doing import asks, do, speaks, state


def test_whoever_leaves_gives_up_the_floor(meeting: Meeting) -> None:
    first, second = roll_of(meeting)[:2]
    uid = speaks(meeting, first)
    do(meeting, "pause_speech", speech=uid)
    asks(meeting, second)
    do(meeting, "leave", first.person, device="phone")
    do(meeting, "leave", second.person, device="phone")
    found = state(meeting)
    assert found.speech_on is None
    assert found.waiting == []
    assert Speech.objects.get(uid=uid).state == "ended"


def test_a_tap_writes_one_person_and_touches_nobody_else(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    do(meeting, "leave", roll=roll[0].uid)
    do(meeting, "leave", roll=roll[1].uid)
    assert state(meeting).quorum.present == 3
    with pytest.raises(AlreadyDone):
        do(meeting, "leave", roll=roll[0].uid)


def test_nobody_sends_another_away_from_a_phone(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    with pytest.raises(NotYours):
        do(meeting, "leave", roll[0].person, device="phone", roll=roll[1].uid)
