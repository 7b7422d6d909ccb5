"""The street's list of what one late body owes goes by that body's clocks."""

from __future__ import annotations

import pytest

from desks.queries.queue import queue
from desks.sections.street import STREET
from grids.queries.standing import standing_of
from issues.actions.sweep import sweep
from issues.enums.matter import MatterClass
from tests.issues.actions.doing import with_partner
from tests.issues.actions.sweeping import at
from tests.world import World

pytestmark = pytest.mark.django_db


def test_its_row_shows_its_own_clock_and_not_that_of_who_leads(world: World) -> None:
    with_partner(world, MatterClass.SMALL)
    now = at(20)
    sweep(now=now)
    late = next(section for section in STREET.sections if section.code == "late")
    standing = standing_of(world.street_supervisor, now=now)
    for body in (world.housing, world.property_company):
        (row,) = queue(STREET, late, world.street, standing, now=now, page=1, part=body)
        assert row.nearest_clock["owing"] == body.name  # type: ignore[attr-defined]
