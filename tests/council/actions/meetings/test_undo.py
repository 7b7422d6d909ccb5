from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from acting.refusals import Refused
from council.models import AgendaItem, Command, Meeting, Presence, Roll, Speech
from tests.council.sittings import roll_of
from tests.council.table.doing import asks, commands, do, moved, speaks, state


def rows(meeting: Meeting) -> list[Any]:
    """Everything that a slip may have touched."""
    of_meeting = {"meeting": meeting}
    return [
        list(Presence.objects.filter(roll__meeting=meeting).order_by("pk").values()),
        list(Roll.objects.filter(**of_meeting).order_by("pk").values()),
        list(Speech.objects.filter(**of_meeting).order_by("pk").values()),
        list(AgendaItem.objects.filter(**of_meeting).order_by("pk").values()),
    ]


def test_each_slip_is_put_back_exactly(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    uid = speaks(meeting, roll[0])
    asks(meeting, roll[1])
    slips: list[tuple[str, dict[str, Any]]] = [
        ("leave", {"roll": roll[0].uid}),
        ("walk_in", {"uid": uuid4(), "name": "老王"}),
        ("pause_speech", {}),
        ("extend_speech", {}),
        ("end_speech", {"speech": uid}),
        ("withdraw_floor", {"roll": roll[1].uid}),
        ("ask_floor", {"uid": uuid4(), "roll": roll[2].uid}),
        ("recuse", {"roll": roll[2].uid}),
    ]
    for act, data in slips:
        before = rows(meeting)
        do(meeting, act, **data)
        do(meeting, "undo")
        assert rows(meeting) == before, act
    do(meeting, "end_speech")
    before = rows(meeting)
    do(meeting, "end_item")
    do(meeting, "undo")
    assert rows(meeting) == before
    assert Command.objects.filter(undone=True).count() == len(slips) + 1


def test_two_presses_undo_one_step(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    do(meeting, "leave", roll=roll[0].uid)
    do(meeting, "leave", roll=roll[1].uid)
    slip = state(meeting).slip
    assert slip is not None
    do(meeting, "undo", slip=slip.command)
    with pytest.raises(Refused, match="nothing to undo"):
        do(meeting, "undo", slip=slip.command)
    assert state(meeting).quorum.present == 4


def test_what_a_phone_did_since_is_not_taken_away(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    do(meeting, "leave", roll=roll[0].uid)
    do(meeting, "join", roll[0].person, device="phone", code=meeting.code)
    with pytest.raises(Refused, match="changed again since"):
        do(meeting, "undo")
    assert state(meeting).lines[roll[0].pk].is_present


def test_an_arrival_that_was_followed_by_a_leaving_is_not_undone(meeting: Meeting) -> None:
    line = roll_of(meeting)[0]
    do(meeting, "leave", line.person, device="phone")
    do(meeting, "arrive", roll=line.uid)
    do(meeting, "leave", line.person, device="phone")
    with pytest.raises(Refused, match="changed again since"):
        do(meeting, "undo")
    assert Presence.objects.filter(roll=line).count() == 2


def test_who_asked_again_meanwhile_waits_once(meeting: Meeting) -> None:
    line = roll_of(meeting)[0]
    asks(meeting, line)
    do(meeting, "withdraw_floor", roll=line.uid)
    do(meeting, "ask_floor", line.person, device="phone", uid=uuid4())
    with pytest.raises(Refused, match="changed again since"):
        do(meeting, "undo")
    assert len(state(meeting).waiting) == 1


def test_a_motion_or_a_vote_is_never_undone(meeting: Meeting) -> None:
    do(meeting, "leave", roll=roll_of(meeting)[0].uid)
    moved(meeting)
    with pytest.raises(Refused, match="nothing to undo"):
        do(meeting, "undo")
    assert commands(meeting, "undo") == 0


def test_an_item_to_which_a_phone_has_moved_something_since_stays_on(meeting: Meeting) -> None:
    do(meeting, "end_item")
    do(meeting, "start_item")
    line = roll_of(meeting)[1]
    do(meeting, "move", line.person, device="phone", uid=uuid4(), text="换灯", roll=line.uid)
    with pytest.raises(Refused, match="changed again since"):
        do(meeting, "undo")
    assert state(meeting).item_on is not None


def test_who_has_asked_for_the_floor_since_they_were_written_down_stays_there(
    meeting: Meeting,
) -> None:
    one, other = roll_of(meeting)[:2]
    for line in (one, other):
        do(meeting, "leave", line.person, device="phone")
    do(meeting, "arrive", roll=other.uid)
    do(meeting, "ask_floor", other.person, device="phone", uid=uuid4())
    do(meeting, "arrive", roll=one.uid)
    # What others do has nothing to do with whoever has just come.
    do(meeting, "withdraw_floor", other.person, device="phone")
    do(meeting, "undo")
    assert not state(meeting).lines[one.pk].is_present
    do(meeting, "ask_floor", other.person, device="phone", uid=uuid4())
    with pytest.raises(Refused, match="changed again since"):
        do(meeting, "undo")
    assert state(meeting).lines[other.pk].is_present
    assert len(state(meeting).waiting) == 1
