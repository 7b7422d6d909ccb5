"""The kept moment of the last thing that everybody could read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings

from issues.actions.add import add
from issues.actions.assign import assign
from issues.actions.hide import hide
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.support import support
from issues.actions.sweep import sweep
from issues.models import Deadline, Issue
from issues.presentation.kinds import COLLEAGUES_ONLY, INSIDE_ONLY, KINDS
from tests.issues.staging import MINUTE, MONDAY, publish_as_it_is, published, raised
from tests.world import World

pytestmark = pytest.mark.django_db
LATER = MONDAY + 60 * MINUTE
# What everybody who reads the page sees it go on by.
PROGRESS = {
    "raised", "turn", "received", "published", "kept_private", "hidden", "responded", "classified",
    "stage", "declined", "merged", "merged_here", "split_off", "withdrawn", "found", "deliberated",
    "on_agenda", "off_agenda", "postponed", "decided", "committed", "delivered", "verified", "word",
    "closed",
}  # fmt: skip
# What neighbours say or add, whose words are checked first; what happens inside a body; calls that
# nobody may have answered; what was erased or worked out again; and that a clock ran out, if no
# more came of it.
NO_PROGRESS = {
    "supported", "added", "assigned", "called_back", "missed", "supervised", "recomputed",
    "reporter_erased",
}  # fmt: skip


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


def recorded() -> Iterator[tuple[str, bool]]:
    """Each kind that an act or a clock records where all read it, and whether that is progress."""
    for path in sorted((Path(settings.BASE_DIR) / "issues").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr == "record":
                words = {word.arg: word.value for word in node.keywords}
                moves = "progress" not in words or ast.literal_eval(words["progress"])
                yield ast.literal_eval(node.args[0]), moves


def test_each_kind_of_the_record_is_progress_or_is_not() -> None:
    """A new one says to everybody that a matter went on, unless it is known not to."""
    assert {kind for kind, moves in recorded() if moves} == PROGRESS
    assert {kind for kind, moves in recorded() if not moves} == NO_PROGRESS - {"reporter_erased"}
    assert not PROGRESS & NO_PROGRESS
    read = set(KINDS) - INSIDE_ONLY - COLLEAGUES_ONLY
    assert {f"issue.{kind}" for kind in PROGRESS | NO_PROGRESS} == read
