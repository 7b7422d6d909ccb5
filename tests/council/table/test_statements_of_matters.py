"""How often what a sitting does to its matters asks the database, whatever their number."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from council.models import Meeting
from issues.models import Issue
from tests.council.sittings import a_called_sitting, a_council, at_the_table, items_of
from tests.council.table.doing import announced, do, moved
from tests.council.table.test_statements import COMMAND, DRAFT, statements
from tests.issues.sitting import hard
from tests.world import World

# Beside what a command costs by itself: the vote is locked, the matter is locked, read and written,
# and its followers are found.
MATTER = 7
# It gets a clock, or a new lead with a turn and clocks of its own, too.
PUT_OFF, GOES_UP = 9, 13
# Of those that were not reached together.
NOT_REACHED = 10


def a_sitting(world: World, *matters: Issue, members: int = 12) -> Meeting:
    references = [matter.reference for matter in matters]
    council = a_council(world, members=members)
    return at_the_table(world, a_called_sitting(world, council, items=references))


def decided(world: World, matter: Issue, effect: str, **more: Any) -> list[str]:
    meeting = a_sitting(world, matter)
    announced(meeting, moved(meeting), 12)
    item = items_of(meeting)[0].uid
    return statements(lambda: do(meeting, "adopt", uid=uuid4(), item=item, effect=effect, **more))


@pytest.mark.parametrize(
    ("effect", "more", "most"),
    [
        ("none", {}, MATTER),
        ("deliver", {}, MATTER),
        ("postpone", {"postponed_to": "2026-12-20"}, PUT_OFF),
        ("push_up", {}, GOES_UP),
    ],
)
def test_a_decision_costs_so_much_more(
    world: World, effect: str, more: dict[str, str], most: int
) -> None:
    found = decided(world, hard(world), effect, **more)
    assert len(found) <= COMMAND + most, found


def test_putting_an_item_off_costs_so_much_more(world: World) -> None:
    meeting = a_sitting(world, hard(world))
    item = items_of(meeting)[0].uid
    found = statements(lambda: do(meeting, "postpone_item", item=item, until="2026-12-20"))
    assert len(found) <= COMMAND + 4, found


def test_a_finding_costs_so_much_more(world: World) -> None:
    meeting = a_sitting(world, hard(world))
    item = items_of(meeting)[0].uid
    found = statements(lambda: do(meeting, "find", item=item, text="淤了半米"))
    assert len(found) <= COMMAND + 2, found


@pytest.mark.parametrize("unreached", [0, 1, 6])
def test_closing_costs_the_same_however_many_were_not_reached(world: World, unreached: int) -> None:
    meeting = a_sitting(world, *(hard(world) for _ in range(1 + unreached)))
    do(meeting, "end_item")
    found = statements(lambda: do(meeting, "close"))
    assert len(found) <= COMMAND + DRAFT - 3 + (NOT_REACHED if unreached else 0), found
