"""However many people there are and whatever became of them, a command asks as much."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from council.actions.agenda.put_on import put_on
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.convene import convene
from council.models import Council, CouncilMember, Meeting, Roll
from tests.council.sittings import (
    BEGINS,
    CONVENED,
    a_called_sitting,
    a_council,
    a_member,
    a_plan,
    at_the_table,
    fresh,
    items_of,
    roll_of,
)
from tests.council.table.doing import asks, do, speaks
from tests.council.table.test_statements import statements
from tests.issues.sitting import hard
from tests.world import World, person

ENDED = DateRange(date(2026, 1, 1), timezone.localdate(BEGINS) - timedelta(days=1))
OPEN, END_ITEM, UNDO = 17, 9, 11


def ends(lines: list[Roll]) -> None:
    people = [line.person_id for line in lines]
    CouncilMember.objects.filter(person__in=people).update(term=ENDED)


def called(world: World, council: Council, *others: Council) -> Meeting:
    given: dict[str, Any] = {"actor": world.staff, "now": CONVENED}
    meeting = convene(council, plan=a_plan(world, councils=others), **given)
    put_on(meeting, title="两个网格中间的路", **given)
    return fresh(call_meeting(meeting, reason="急事", **given))


@pytest.mark.parametrize("many", [1, 4])
def test_opening_a_sitting_of_three_councils_whose_members_changed(world: World, many: int) -> None:
    """Some are new, some are members no more and did not come, some did and stay as guests."""
    council = a_council(world, members=3 * many)
    others = [Council.objects.create(body=body) for body in (world.other_grid, world.community)]
    for at, other in enumerate(others):
        a_member(other, person(f"另一个议事会的成员{at}"))
    meeting = called(world, council, *others)
    came, gone, stay = (roll_of(meeting)[at * many : (at + 1) * many] for at in range(3))
    for line in came:
        do(meeting, "arrive", roll=line.uid)
    ends([*came, *gone])
    for at in range(many):
        a_member(others[0], person(f"新成员{at}"))
    found = statements(lambda: do(meeting, "open"))
    assert len(found) == OPEN, found
    roll = roll_of(meeting)
    assert [line.position for line in roll] == list(range(2 * many + 2))
    assert [line.pk for line in roll[:many]] == [line.pk for line in stay]
    assert fresh(meeting).members_total == 2 * many + 2
    guests = Roll.objects.filter(meeting=meeting, standing="invited")
    assert set(guests) == set(came)
    assert not Roll.objects.filter(pk__in=[line.pk for line in gone]).exists()


@pytest.mark.parametrize("waiting", [1, 11])
def test_ending_an_item_and_undoing_that_however_many_wait_for_the_floor(
    world: World, waiting: int
) -> None:
    meeting = at_the_table(world, a_called_sitting(world, a_council(world, members=12)))
    for line in roll_of(meeting)[:waiting]:
        asks(meeting, line)
    found = statements(lambda: do(meeting, "end_item"))
    assert len(found) == END_ITEM, found
    found = statements(lambda: do(meeting, "undo"))
    assert len(found) == UNDO, found


def test_putting_a_matter_off_of_which_many_would_speak(world: World) -> None:
    council = a_council(world, members=12)
    meeting = at_the_table(world, a_called_sitting(world, council, items=[hard(world).reference]))
    for line in roll_of(meeting):
        asks(meeting, line)
    do(meeting, "postpone_item", item=items_of(meeting)[0].uid, until="2026-12-20")


def test_taking_back_one_who_walked_in_and_one_who_left_while_they_spoke(world: World) -> None:
    meeting = at_the_table(world)
    line = roll_of(meeting)[0]
    do(meeting, "walk_in", uid=uuid4(), name="老王")
    do(meeting, "undo")
    assert not Roll.objects.filter(meeting=meeting, name="老王").exists()
    speaks(meeting, line)
    asks(meeting, line)
    do(meeting, "leave", roll=line.uid)
    do(meeting, "undo")
    assert line.presences.filter(left_at=None).exists()
