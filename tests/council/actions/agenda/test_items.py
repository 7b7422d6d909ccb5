from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from acting.refusals import Refused
from council.enums.agenda import ItemState
from council.models import AgendaItem, Meeting
from council.refusals import AlreadyDone
from tests.council.sittings import items_of, roll_of
from tests.council.table.doing import announced, asks, do, moved, speaks, state

LATER = "2026-12-24"


def states(meeting: Meeting) -> list[str]:
    return [item.state for item in items_of(meeting)]


def test_one_item_is_on_and_two_presses_end_one(meeting: Meeting) -> None:
    first, second = items_of(meeting)
    with pytest.raises(Refused, match="End the item"):
        do(meeting, "start_item", item=second.uid)
    do(meeting, "end_item", item=first.uid)
    do(meeting, "start_item")
    with pytest.raises(AlreadyDone):
        do(meeting, "end_item", item=first.uid)
    assert states(meeting) == ["done", "on"]


def test_what_is_done_is_not_begun_again(meeting: Meeting) -> None:
    first = items_of(meeting)[0]
    do(meeting, "end_item", item=first.uid)
    with pytest.raises(Refused, match="This item has moved on"):
        do(meeting, "start_item", item=first.uid)


def test_what_was_put_off_can_be_begun_after_all(meeting: Meeting) -> None:
    first = items_of(meeting)[0]
    do(meeting, "postpone_item", item=first.uid, until=LATER)
    do(meeting, "start_item", item=first.uid)
    assert states(meeting)[0] == ItemState.ON


def test_it_is_not_put_off_to_a_day_that_is_over_or_while_somebody_speaks(meeting: Meeting) -> None:
    with pytest.raises(Refused, match="still to come"):
        do(meeting, "postpone_item", until="2026-11-19")
    speaks(meeting, roll_of(meeting)[0])
    with pytest.raises(Refused, match="has the floor"):
        do(meeting, "postpone_item", until=LATER)


def test_who_still_waits_does_not_when_it_ends(meeting: Meeting) -> None:
    asks(meeting, roll_of(meeting)[0])
    do(meeting, "end_item")
    do(meeting, "start_item")
    assert state(meeting).waiting == []


def test_it_does_not_end_with_a_motion_or_a_result_left_over(meeting: Meeting) -> None:
    motion = moved(meeting)
    with pytest.raises(Refused, match="A motion is on the table"):
        do(meeting, "end_item")
    announced(meeting, motion, 5)
    with pytest.raises(Refused, match="Write down first what was decided"):
        do(meeting, "end_item")


def test_what_comes_up_is_added_at_the_end(meeting: Meeting) -> None:
    uid = uuid4()
    do(meeting, "add_item", uid=uid, title="电动车充电")
    item = AgendaItem.objects.get(uid=uid)
    assert (item.position, states(meeting)) == (3, ["on", "waiting", "waiting"])


def test_an_item_of_another_sitting_is_not_found(meeting: Meeting) -> None:
    acts: dict[str, dict[str, Any]] = {
        "start_item": {},
        "postpone_item": {"until": LATER},
        "end_item": {},
    }
    for act, data in acts.items():
        with pytest.raises(Refused):
            do(meeting, act, item=uuid4(), **data)
    assert states(meeting) == ["on", "waiting"]
