"""The kept moment of the last thing that everybody could read."""

from __future__ import annotations

from datetime import datetime

import pytest

from issues.actions.add import add
from issues.actions.assign import assign
from issues.actions.hide import hide
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.support import support
from issues.actions.sweep import sweep
from issues.casework.progress import NO_PROGRESS
from issues.models import Deadline, Issue
from issues.presentation.kinds import KINDS
from tests.issues.staging import MINUTE, MONDAY, publish_as_it_is, published, raised
from tests.world import World

pytestmark = pytest.mark.django_db
LATER = MONDAY + 60 * MINUTE


def last(issue: Issue) -> datetime:
    return Issue.objects.values_list("last_progress_at", flat=True).get(pk=issue.pk)


def test_each_step_that_is_public_moves_it(world: World) -> None:
    issue = published(world)
    assert last(issue) == MONDAY + 2 * MINUTE
    said_at = MONDAY + 5 * MINUTE
    respond(issue, actor=world.grid_worker, now=LATER, text="下午来", said_at=said_at)
    # When everybody could read of it, not when it happened.
    assert last(issue) == LATER


def test_what_happens_before_it_is_public_or_while_it_is_hidden_leaves_no_trace(
    world: World,
) -> None:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=LATER)
    respond(issue, actor=world.grid_worker, now=LATER, text="看过了")
    assert last(issue) == MONDAY
    publish_as_it_is(issue, actor=world.grid_worker, now=LATER + MINUTE)
    assert last(issue) == LATER + MINUTE
    hide(issue, actor=world.grid_worker, now=LATER + 2 * MINUTE, reason="写了名字")
    respond(issue, actor=world.grid_worker, now=LATER + 3 * MINUTE, text="又看过了")
    assert last(issue) == LATER + MINUTE
    publish_as_it_is(issue, actor=world.grid_worker, now=LATER + 4 * MINUTE)
    assert last(issue) == LATER + 4 * MINUTE


def test_neighbours_and_colleagues_move_nothing(world: World) -> None:
    issue = published(world)
    support(issue, actor=world.neighbour, now=LATER)
    add(issue, actor=world.neighbour, now=LATER, text="我家502也是")
    assign(issue, actor=world.grid_worker, now=LATER, to=world.grid_head)
    assert last(issue) == MONDAY + 2 * MINUTE


def test_the_clock_that_passes_a_matter_up_moves_it_and_that_of_a_private_one_does_not(
    world: World,
) -> None:
    issue, private = published(world), raised(world)
    due = Deadline.objects.running().order_by("-due_at").values_list("due_at", flat=True)[0]
    sweep(now=due + MINUTE)
    for one in (issue, private):
        one.refresh_from_db()
        assert one.level == "community"
    assert last(issue) == due + MINUTE
    assert last(private) == MONDAY


def test_each_kind_that_moves_nothing_is_one_that_the_record_knows() -> None:
    assert {f"issue.{kind}" for kind in NO_PROGRESS} <= set(KINDS)
