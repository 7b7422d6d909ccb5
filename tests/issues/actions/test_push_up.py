"""上报: one level up by hand, with what was tried."""

from __future__ import annotations

from typing import Any

import pytest

from issues.actions.deliberate import deliberate
from issues.actions.find import find
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.enums.turns import Level, TurnCause
from issues.models import Assignment, Deadline
from issues.refusals import NotYours
from tests.issues.actions.doing import (
    NOW,
    at_community,
    at_grid,
    at_housing,
    december,
    due,
    entries,
    refused,
)
from tests.issues.actions.sweeping import at, fresh, holder, lead_of, running, told
from tests.issues.staging import raised
from tests.issues.talking import doorstep
from tests.world import World

SMALL, URGENT, HARD, MAJOR = MatterClass
WHY: dict[str, Any] = {"reason": "办不了", "tried": "疏通过"}


def test_the_stage_stays_and_the_community_begins_its_own_turn(world: World) -> None:
    issue = at_grid(world, SMALL)
    push_up(issue, actor=world.grid_worker, now=NOW, **WHY)
    issue = fresh(issue)
    turn = lead_of(issue)
    assert (issue.level, issue.stage, turn.body) == (Level.COMMUNITY, Stage.TOPIC, world.community)
    assert (turn.turn, turn.cause, turn.sent_by) == (2, TurnCause.PUSHED_UP, world.grid_worker)
    assert (turn.reason, turn.tried, turn.started_at) == ("办不了", "疏通过", NOW)
    assert due(issue) == {
        "receive": at(16, 15, 30), "respond": at(17, 17, 30), "resolve": at(19, 17, 30),
    }  # fmt: skip
    left = Assignment.objects.get(issue=issue, turn=1)
    assert (left.left_at, left.left_cause) == (NOW, TurnCause.PUSHED_UP)
    assert not Deadline.objects.running().filter(assignment=left).exists()
    written = entries(issue, "turn")[-1]
    assert written.texts == WHY
    assert (told(world.staff, "came"), told(world.resident, "moved")) == (1, 1)


# When a department pushed to on Monday at 10 must have a result.
RESULT = {SMALL: at(23, 17, 30), URGENT: at(19, 10)}


@pytest.mark.parametrize("matter_class", RESULT)
def test_the_only_competent_department_has_it_at_once(
    world: World, matter_class: MatterClass
) -> None:
    issue = at_community(world, matter_class)
    push_up(issue, actor=world.staff, now=NOW, **WHY)
    issue = fresh(issue)
    assert (holder(issue), issue.level) == (world.housing, Level.DEPARTMENT)
    assert due(issue)["resolve"] == RESULT[matter_class]


def test_where_nobody_is_competent_the_office_names_one_in_four_working_hours(
    world: World,
) -> None:
    issue = raised(world)
    push_up(issue, actor=world.grid_worker, now=NOW, **WHY)
    push_up(issue, actor=world.staff, now=NOW, **WHY)
    assert holder(fresh(issue)) == world.general_office
    assert due(issue) == {"dispatch": at(16, 15, 30)}


def test_a_hard_matter_shows_a_finding_and_two_talks_before_a_department(world: World) -> None:
    issue = at_community(world, HARD)
    receive(issue, actor=world.staff, now=NOW)
    talked = "A hard matter is talked over twice before it goes to a department."
    with refused("Write down a finding first: what was seen on the spot."):
        push_up(issue, actor=world.staff, now=NOW, **WHY)
    find(issue, actor=world.staff, now=NOW, text="管道塌了")
    for _ in range(2):
        with refused(talked):
            push_up(issue, actor=world.staff, now=NOW, **WHY)
        deliberate(issue, actor=world.staff, now=NOW, talk=doorstep(said="都同意换"))
    push_up(issue, actor=world.staff, now=NOW, **WHY)
    # Fifteen working days: the ten to the end of November, and five.
    assert due(fresh(issue))["resolve"] == december(7)


def test_it_says_why_and_what_was_tried(world: World) -> None:
    issue = at_grid(world)
    with refused("Say why it goes up.", field="reason"):
        push_up(issue, actor=world.grid_worker, now=NOW, reason=" ", tried="疏通过")
    with refused("Say what was tried here.", field="tried"):
        push_up(issue, actor=world.grid_worker, now=NOW, reason="办不了", tried=" ")


def test_nobody_pushes_from_a_department_or_for_another_body(world: World) -> None:
    with pytest.raises(NotYours):
        push_up(at_housing(world), actor=world.clerk, now=NOW, **WHY)
    issue = at_grid(world)
    for person in (world.staff, world.resident, world.other_grid_worker):
        with pytest.raises(NotYours):
            push_up(issue, actor=person, now=NOW, **WHY)
    push_up(issue, actor=world.grid_worker, now=NOW, **WHY)
    with pytest.raises(NotYours):
        push_up(issue, actor=world.grid_worker, now=NOW, **WHY)
    assert running(fresh(issue)) == {"receive", "respond", "resolve"}
