from __future__ import annotations

import pytest

from issues.actions.decline import decline
from issues.actions.find import find
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.models import Assignment
from issues.refusals import NotYours, WrongStage
from tests.issues.actions.doing import NOW, at_grid, entry, refused
from tests.issues.actions.sweeping import fresh, running, told
from tests.issues.staging import raised
from tests.world import World

WHERE = "这是供电公司的事，请打 95598"


def test_it_ends_with_where_to_go_and_nobody_holds_it(world: World) -> None:
    issue = decline(raised(world), actor=world.grid_worker, now=NOW, where_to=f" {WHERE} ")
    issue = fresh(issue)
    assert (issue.stage, issue.ending_note, issue.ended_at) == (Stage.DECLINED, WHERE, NOW)
    assert not Assignment.objects.current().filter(issue=issue).exists()
    assert running(issue) == set()
    assert entry(issue, "declined").texts == {"where_to": WHERE}
    assert told(world.resident, "declined") == 1


def test_it_is_never_declined_without_saying_where_to_go(world: World) -> None:
    issue = raised(world)
    with refused("Say where the resident should go instead.", field="where_to"):
        decline(issue, actor=world.grid_worker, now=NOW, where_to=" ")


def test_what_was_looked_into_is_not_declined_any_more(world: World) -> None:
    issue = at_grid(world, MatterClass.SMALL)
    find(issue, actor=world.grid_worker, now=NOW, text="管子断了")
    with pytest.raises(WrongStage):
        decline(issue, actor=world.grid_worker, now=NOW, where_to=WHERE)


def test_only_the_holder_declines(world: World) -> None:
    issue = raised(world)
    for person in (world.resident, world.staff, world.far_grid_worker):
        with pytest.raises(NotYours):
            decline(issue, actor=person, now=NOW, where_to=WHERE)
