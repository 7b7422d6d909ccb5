from __future__ import annotations

import pytest

from issues.actions.hide import hide
from issues.actions.keep_private import keep_private
from issues.enums.matter import Visibility
from issues.refusals import NotYours
from ledger.models import Stream
from tests.issues.actions.doing import NOW, at_grid, due, entry, refused, written
from tests.issues.actions.sweeping import fresh, told
from tests.issues.staging import raised
from tests.world import World


def test_it_is_checked_and_left_private_and_the_clocks_run_on(world: World) -> None:
    issue = raised(world)
    before = due(issue)
    keep_private(issue, actor=world.grid_worker, now=NOW, reason="家里的事")
    assert (fresh(issue).visibility, due(issue)) == (Visibility.PRIVATE, before)
    assert entry(issue, "kept_private").texts == {"reason": "家里的事"}
    assert not Stream.objects.get(name=issue.stream).public
    assert told(world.resident, "kept_private") == 1


def test_keeping_it_private_twice_is_doing_it_once(world: World) -> None:
    issue = keep_private(raised(world), actor=world.grid_worker, now=NOW)
    before = written()
    keep_private(issue, actor=world.staff, now=NOW)
    assert written() == before


def test_what_everyone_may_read_leaves_only_with_a_reason(world: World) -> None:
    issue = at_grid(world)
    with refused("This matter is public already. Hide it, and say why."):
        keep_private(issue, actor=world.grid_worker, now=NOW)
    hide(issue, actor=world.grid_worker, now=NOW, reason="写了门牌")
    keep_private(issue, actor=world.grid_worker, now=NOW)
    assert fresh(issue).visibility == Visibility.PRIVATE


def test_only_who_works_there_decides(world: World) -> None:
    issue = raised(world)
    for person in (world.resident, world.other_grid_worker, world.near_staff, world.dispatcher):
        with pytest.raises(NotYours):
            keep_private(issue, actor=person, now=NOW)
