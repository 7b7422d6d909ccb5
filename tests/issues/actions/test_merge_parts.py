"""A body that was asked to help stays asked when the matter is handled with another."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from grids.models import Body
from issues.actions.deliver import deliver
from issues.actions.join import join
from issues.actions.merge import merge
from issues.actions.withdraw import withdraw
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import TurnRole
from issues.models import Assignment, Deadline, Issue
from tests.issues.actions.doing import DONE
from tests.issues.actions.sweeping import fresh, told
from tests.issues.actions.test_merge_clocks import HARD, LATER, SMALL, merged, of_another, of_class
from tests.issues.staging import MINUTE, published, raised
from tests.world import World

WHY = "请派车清淤"


def joined(world: World, issue: Issue) -> Issue:
    join(issue, actor=world.grid_worker, now=LATER, body=world.property_company, reason=WHY)
    return fresh(issue)


def another(world: World) -> Issue:
    return of_class(world, HARD, of_another(published(world), world.neighbour))


def part(issue: Issue, body: Body) -> Assignment:
    return Assignment.objects.current().get(issue=issue, body=body, role=TurnRole.JOINT)


def dates(issue: Issue, body: Body) -> dict[str, datetime]:
    clocks = Deadline.objects.running().filter(assignment=part(issue, body))
    return dict(clocks.values_list("kind", "due_at"))


def test_it_stays_joined_and_no_date_of_its_part_gets_later(world: World) -> None:
    helped, other, body = joined(world, of_class(world, SMALL)), another(world), world.partner_clerk
    before = dates(helped, world.property_company)
    other = merged(world, helped, other)
    assert part(other, world.property_company).reason == WHY
    assert dates(other, world.property_company) == before
    assert told(body, "came") == 2


@pytest.mark.parametrize("kind", [DeadlineKind.RECEIVE, DeadlineKind.RESOLVE])
def test_what_it_is_late_with_it_is_late_with_there(world: World, kind: DeadlineKind) -> None:
    helped, other = joined(world, of_class(world, HARD)), another(world)
    missed = LATER - MINUTE
    Deadline.objects.running().filter(
        assignment=part(helped, world.property_company), kind=kind
    ).update(due_at=missed, wake_at=missed, breached_at=missed)
    other = merged(world, fresh(helped), other)
    assert dates(other, world.property_company)[kind] == missed


def test_joined_to_both_it_has_one_part_with_the_earlier_dates(world: World) -> None:
    helped, other = joined(world, of_class(world, HARD)), another(world)
    join(
        other,
        actor=world.grid_worker,
        now=LATER + timedelta(days=3),
        body=world.property_company,
        reason=WHY,
    )
    before = dates(helped, world.property_company)
    other = merged(world, helped, fresh(other))
    assert dates(other, world.property_company)["receive"] == before["receive"]


def test_a_part_that_is_done_is_not_asked_for_again(world: World) -> None:
    helped, other = joined(world, of_class(world, HARD)), another(world)
    deliver(helped, actor=world.partner_clerk, now=LATER, result=DONE)
    other = merged(world, fresh(helped), other)
    assert not other.assignments.current().filter(role=TurnRole.JOINT).exists()


def test_why_it_was_asked_is_not_told_of_what_is_not_public(world: World) -> None:
    helped, other = joined(world, raised(world)), another(world)
    merge(helped, into=other, actor=world.grid_worker, now=LATER)
    assert part(fresh(other), world.property_company).reason == ""


def test_it_stays_joined_to_what_goes_on_by_itself(world: World) -> None:
    helped, other = joined(world, of_class(world, HARD)), another(world)
    other = merged(world, helped, other)
    withdraw(other, actor=world.neighbour, now=LATER + MINUTE)
    assert part(fresh(helped), world.property_company)
