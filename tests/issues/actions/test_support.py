from __future__ import annotations

import pytest

from issues.actions.push_up import push_up
from issues.actions.support import support
from issues.models import Support
from issues.refusals import NotYours
from tests.issues.actions.doing import NOW, at_grid, entries, written
from tests.issues.actions.sweeping import fresh
from tests.issues.staging import raised
from tests.world import World


def test_a_neighbour_is_counted_once_however_often(world: World) -> None:
    issue = at_grid(world)
    support(issue, actor=world.neighbour, now=NOW)
    before = written()
    support(issue, actor=world.neighbour, now=NOW)
    assert written() == before
    assert Support.objects.get().user == world.neighbour
    assert len(entries(issue, "supported")) == 1


def test_pages_drawn_before_stay_good(world: World) -> None:
    issue = at_grid(world)
    support(issue, actor=world.neighbour, now=NOW)
    assert fresh(issue).version == issue.version
    push_up(
        issue, actor=world.grid_worker, now=NOW, reason="办不了", tried="试过", seen=issue.version
    )


def test_neither_the_reporter_nor_who_cannot_see_it_supports(world: World) -> None:
    with pytest.raises(NotYours):
        support(at_grid(world), actor=world.resident, now=NOW)
    with pytest.raises(NotYours):
        support(raised(world), actor=world.neighbour, now=NOW)
    assert not Support.objects.exists()
