"""What a sitting does to its matters stays within what a command may ask of the database."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from accounts.models import User
from council.actions.agenda.put_on import put_on
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.convene import convene
from council.models import Council, Meeting
from issues.models import Issue
from tests.council.sittings import (
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
from tests.council.table.doing import COMMAND, announced, do, moved, vote_on
from tests.council.table.test_statements import statements
from tests.issues.sitting import hard, major
from tests.world import World, person


def a_sitting(world: World, *matters: Issue, members: int = 12) -> Meeting:
    references = [matter.reference for matter in matters]
    council = a_council(world, members=members)
    return at_the_table(world, a_called_sitting(world, council, items=references))


def convened(council: Council, *matters: Issue, by: User, world: World, **plan: Any) -> Meeting:
    given: dict[str, Any] = {"actor": by, "now": CONVENED}
    meeting = convene(council, plan=a_plan(world, **plan), **given)
    for matter in matters:
        put_on(meeting, reference=matter.reference, **given)
    return at_the_table(world, fresh(call_meeting(meeting, reason="急事", **given)))


def of_two_councils(world: World, *more: Issue) -> Meeting:
    council, other = a_council(world), Council.objects.create(body=world.other_grid)
    a_member(other, person("段平"))
    return convened(council, hard(world), *more, by=world.staff, world=world, councils=(other,))


def of_the_community(
    world: World, *more: Issue, matters: int, councils: tuple[Council, ...] = ()
) -> Meeting:
    """Major ones, which its lead, who chairs, may pass up by their own hand."""
    council = Council.objects.create(body=world.community)
    for number in range(5):
        a_member(council, person(f"社区成员{number}"))
    runs = {"chair": world.lead, "recorder": world.staff, "councils": councils}
    found = [major(world) for _ in range(matters)]
    return convened(council, *found, *more, by=world.staff, world=world, **runs)


def of_three_councils(world: World) -> Meeting:
    """Of the community with two of its grids, on matters whose clocks run again, and on others."""
    grids = [Council.objects.create(body=body) for body in (world.grid, world.other_grid)]
    for council, name in zip(grids, ("康宁", "段平"), strict=True):
        a_member(council, person(name))
    return of_the_community(world, hard(world), matters=3, councils=tuple(grids))


def adopted(meeting: Meeting, effect: str, *, hands: int, **more: Any) -> list[str]:
    announced(meeting, moved(meeting), hands)
    item = items_of(meeting)[0].uid
    return statements(lambda: do(meeting, "adopt", uid=uuid4(), item=item, effect=effect, **more))


@pytest.mark.parametrize(
    ("effect", "more"),
    [("none", {}), ("deliver", {}), ("postpone", {"postponed_to": "2026-12-20"}), ("push_up", {})],
)
def test_a_decision_stays_within_what_a_command_may_ask(
    world: World, effect: str, more: dict[str, str]
) -> None:
    found = adopted(a_sitting(world, hard(world)), effect, hands=12, **more)
    assert len(found) <= COMMAND, found


def test_so_does_one_of_two_councils_together(world: World) -> None:
    found = adopted(of_two_councils(world), "push_up", hands=6)
    assert len(found) <= COMMAND, found


def test_so_does_one_for_which_it_is_found_which_department_answers(world: World) -> None:
    found = adopted(of_the_community(world, matters=1), "push_up", hands=5)
    assert len(found) <= COMMAND, found


def test_an_item_put_off_and_a_finding_stay_within_it(world: World) -> None:
    meeting = a_sitting(world, hard(world))
    item = items_of(meeting)[0].uid
    found = statements(lambda: do(meeting, "find", item=item, text="淤了半米"))
    assert len(found) <= COMMAND, found
    found = statements(lambda: do(meeting, "postpone_item", item=item, until="2026-12-20"))
    assert len(found) <= COMMAND, found


@pytest.mark.parametrize("unreached", [0, 6])
def test_closing_stays_within_it_however_many_were_not_reached(
    world: World, unreached: int
) -> None:
    meeting = a_sitting(world, *(hard(world) for _ in range(1 + unreached)))
    do(meeting, "end_item")
    found = statements(lambda: do(meeting, "close"))
    assert len(found) <= COMMAND, found


def test_so_does_closing_where_clocks_run_again_and_some_voted_by_name(world: World) -> None:
    meeting = of_the_community(world, matters=4)
    by_name(meeting)
    found = statements(lambda: do(meeting, "close"))
    assert len(found) <= COMMAND, found


def test_so_does_closing_what_two_councils_did_not_come_to(world: World) -> None:
    meeting = of_two_councils(world, hard(world))
    by_name(meeting)
    found = statements(lambda: do(meeting, "close"))
    assert len(found) <= COMMAND, found


def by_name(meeting: Meeting) -> None:
    """Its first item, from the motion to its end."""
    vote = vote_on(meeting, moved(meeting), "named")
    for line in roll_of(meeting):
        if line.is_member:
            do(meeting, "cast_named", vote=vote.uid, roll=line.uid, choice="yes")
    do(meeting, "close_vote", vote=vote.uid)
    do(meeting, "announce", vote=vote.uid)
    do(meeting, "adopt", uid=uuid4(), item=items_of(meeting)[0].uid, effect="none")
    do(meeting, "end_item")
