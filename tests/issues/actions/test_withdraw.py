from __future__ import annotations

import pytest

from issues.actions.commit import commit
from issues.actions.withdraw import withdraw
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.models import Assignment
from issues.refusals import NotYours, WrongStage
from tests.issues.actions.doing import NOW, at_grid, entry
from tests.issues.actions.sweeping import at, fresh, running, told
from tests.issues.staging import raised
from tests.world import World


def test_the_reporter_takes_it_back_and_the_holder_is_told(world: World) -> None:
    issue = withdraw(raised(world), actor=world.resident, now=NOW, reason="自己通好了")
    issue = fresh(issue)
    assert (issue.stage, issue.ended_at) == (Stage.WITHDRAWN, NOW)
    assert issue.ending_note == "自己通好了"
    assert not Assignment.objects.current().filter(issue=issue).exists()
    assert running(issue) == set()
    assert entry(issue, "withdrawn").texts == {"reason": "自己通好了"}
    assert (told(world.grid_worker, "withdrawn"), told(world.resident, "withdrawn")) == (1, 0)


def test_no_reason_is_asked_for(world: World) -> None:
    assert withdraw(raised(world), actor=world.resident, now=NOW).stage == Stage.WITHDRAWN


def test_nobody_else_takes_it_back(world: World) -> None:
    issue = at_grid(world)
    for person in (world.neighbour, world.grid_worker, world.staff):
        with pytest.raises(NotYours):
            withdraw(issue, actor=person, now=NOW)


def test_what_was_promised_is_not_taken_back(world: World) -> None:
    issue = at_grid(world, MatterClass.SMALL)
    commit(issue, actor=world.grid_worker, now=NOW, text="换管", due_at=at(18))
    with pytest.raises(WrongStage):
        withdraw(issue, actor=world.resident, now=NOW)
