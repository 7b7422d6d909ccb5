from __future__ import annotations

import pytest

from council.models import Lease, Meeting
from council.refusals import AlreadyDone, NotYours, OtherTable
from tests.council.sittings import roll_of
from tests.council.table.doing import asks, do
from tests.world import World


def test_the_second_tablet_is_told_and_may_take_over_by_name(
    world: World, meeting: Meeting
) -> None:
    who = world.grid_worker
    for act in ("start_item", "end_item", "pause"):
        with pytest.raises(OtherTable, match="Take it over first"):
            do(meeting, act, who, device="other")
    do(meeting, "take_table", who, device="other")
    lease = Lease.objects.get(meeting=meeting)
    assert (lease.device, lease.person) == ("other", who)
    do(meeting, "end_item", who, device="other")
    with pytest.raises(OtherTable):
        do(meeting, "pause")


def test_from_another_device_one_speaks_for_oneself_only(world: World, meeting: Meeting) -> None:
    line = roll_of(meeting)[0]
    for act in ("leave", "withdraw_floor", "recuse", "apologise"):
        with pytest.raises(OtherTable):
            do(meeting, act, world.grid_worker, device="phone", roll=line.uid, apology="ill")
    with pytest.raises(OtherTable):
        asks(meeting, line, device="phone")


def test_whoever_has_it_has_it(meeting: Meeting) -> None:
    with pytest.raises(AlreadyDone):
        do(meeting, "take_table")


def test_nobody_else_takes_it(world: World, meeting: Meeting) -> None:
    for who in (world.staff, world.resident, roll_of(meeting)[0].person):
        with pytest.raises(NotYours):
            do(meeting, "take_table", who, device="phone")
