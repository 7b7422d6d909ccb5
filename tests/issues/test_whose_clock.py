"""A clock names the body that has to act: the grid for a check, a joint body for its receipt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation

from desks.presentation.rows import row_of
from desks.queries.queue import queue
from desks.sections.department import DEPARTMENT
from grids.queries.standing import standing_of
from issues.actions.receive import receive
from issues.actions.sweep import sweep
from tests.issues.actions.doing import NOW, reported, with_partner
from tests.issues.actions.sweeping import at
from tests.issues.test_late import card, lit
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_a_check_on_the_spot_is_late_at_the_grid_and_not_where_it_was_reported(
    world: World,
) -> None:
    issue = reported(world)
    for day in (17, 18, 19):
        sweep(now=at(day, 17, 30))
    now = at(20)
    grid = issue.grid.display_name
    assert lit(world, issue, now)["clock"]["words"].startswith(f"{grid}: Checked on the spot was")
    assert card(issue, now)["words"].startswith(f"Reported as done; {issue.grid.name}")
    waiting = next(one for one in DEPARTMENT.sections if one.code == "waiting")
    standing = standing_of(world.clerk, now=now)
    (line,) = queue(DEPARTMENT, waiting, world.housing, standing, now=now, page=1)
    row = row_of(line, waiting, "", current=False, now=now)
    assert row["words"].startswith(f"{issue.grid.name}: Checked on the spot was")


def test_a_joint_body_that_was_only_asked_is_shown_to_wait(world: World) -> None:
    issue = with_partner(world)
    (part,) = lit(world, issue, NOW)["joint"]
    assert part["waits"]
    receive(issue, actor=world.partner_clerk, now=NOW)
    (part,) = lit(world, issue, NOW)["joint"]
    assert not part["waits"]
