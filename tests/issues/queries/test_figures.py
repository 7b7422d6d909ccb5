"""A community's published numbers see public matters; disputes are counted without names (S13)."""

from __future__ import annotations

import pytest
from django.utils import timezone

from issues.actions.confirm import confirm
from issues.actions.publish import publish
from issues.actions.receive import receive
from issues.actions.settle import settle
from issues.enums.activity import Resolved
from issues.models import Issue
from issues.queries.figures import numbers_of
from tests.issues.acting import raised
from tests.issues.queries.test_disputes import dispute
from tests.issues.talking import doorstep
from tests.world import World

pytestmark = pytest.mark.django_db


def test_what_nobody_has_checked_yet_is_in_no_number(world: World) -> None:
    unread, read = raised(world), raised(world, "楼道灯不亮")
    for issue in (unread, read):
        receive(issue, actor=world.grid_worker, now=timezone.now())
    publish(read, actor=world.grid_worker, now=timezone.now(), title="楼道灯", text="楼道灯不亮")
    numbers = numbers_of(world.community)
    assert (numbers.raised, numbers.open) == (1, 1)


def test_a_settled_dispute_is_counted_apart_and_nowhere_else(world: World) -> None:
    settled(world, dispute(world))
    numbers = numbers_of(world.community)
    assert numbers.settled_disputes == 1
    assert (numbers.raised, numbers.open, numbers.solved) == (0, 0, 0)


def test_the_rate_of_taking_in_is_over_all_matters(world: World) -> None:
    assert numbers_of(world.community).in_time is None
    receive(raised(world), actor=world.grid_worker, now=timezone.now())
    assert numbers_of(world.community).in_time == 100


def settled(world: World, issue: Issue) -> None:
    talk = doorstep(agreed="晚上十点后不唱")
    issue = settle(
        issue,
        actor=world.grid_worker,
        now=timezone.now(),
        talk=talk,
        no_picture_reason="是邻里的事",
    )
    confirm(issue, actor=world.resident, now=timezone.now(), resolved=Resolved.SOLVED)
