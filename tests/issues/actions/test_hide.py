from __future__ import annotations

import pytest

from issues.actions.hide import hide
from issues.actions.publish import publish
from issues.enums.matter import Visibility
from issues.refusals import NotYours
from ledger.models import Stream
from tests.issues.actions.doing import NOW, at_grid, due, entry, refused, written
from tests.issues.actions.sweeping import fresh, told
from tests.issues.staging import raised
from tests.world import World


def test_it_goes_out_of_sight_with_its_record_and_the_clocks_run_on(world: World) -> None:
    issue = at_grid(world)
    before = due(issue)
    hide(issue, actor=world.grid_worker, now=NOW, reason="写了门牌")
    assert (fresh(issue).visibility, due(issue)) == (Visibility.HIDDEN, before)
    assert not Stream.objects.get(name=issue.stream).public
    assert entry(issue, "hidden").texts == {"reason": "写了门牌"}
    assert told(world.resident, "hidden") == 1


def test_what_is_not_public_is_hidden_already(world: World) -> None:
    issue = raised(world)
    before = written()
    hide(issue, actor=world.grid_worker, now=NOW, reason="写了门牌")
    assert written() == before


def test_it_comes_back_by_publishing(world: World) -> None:
    issue = at_grid(world)
    hide(issue, actor=world.staff, now=NOW, reason="写了门牌")
    publish(issue, actor=world.grid_worker, now=NOW, title="堵了", text="下水道堵了")
    assert fresh(issue).visibility == Visibility.PUBLIC
    assert Stream.objects.get(name=issue.stream).public


def test_a_reason_is_recorded_always(world: World) -> None:
    issue = at_grid(world)
    with refused("Say why it is hidden: the reason is recorded.", field="reason"):
        hide(issue, actor=world.grid_worker, now=NOW, reason=" ")


def test_only_who_works_there_hides(world: World) -> None:
    issue = at_grid(world)
    for person in (world.resident, world.neighbour, world.near_staff, world.clerk):
        with pytest.raises(NotYours):
            hide(issue, actor=person, now=NOW, reason="写了门牌")
