"""Who is above a body, and which desks learn of what stands on them."""

from __future__ import annotations

import pytest

from acting.refusals import AsksFirst
from issues.actions.commit import commit
from issues.casework.changes import Changes
from issues.casework.happenings import happenings_of
from issues.enums.matter import MatterClass
from issues.models import Assignment
from notifications.enums import What
from notifications.happenings import desk_place
from tests.issues.actions.doing import NOW, at_grid, at_housing
from tests.issues.actions.sweeping import told
from tests.issues.actions.test_promised_late import LATER
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("of_district", [False, True])
def test_the_district_is_above_its_own_bodies(world: World, of_district: bool) -> None:
    issue = at_housing(world, MatterClass.SMALL)
    if of_district:
        world.housing.parent = world.district
        world.housing.save()
    with pytest.raises(AsksFirst) as asked:
        commit(issue, actor=world.clerk, now=NOW, text="换管", due_at=LATER)
    about = asked.value.about
    commit(issue, actor=world.clerk, now=NOW, text="换管", due_at=LATER, assent=about)
    assert told(world.supervisor, "promised_late") == int(of_district)
    assert told(world.street_supervisor, "promised_late") == 1


def test_the_street_learns_of_what_changes_below(world: World) -> None:
    issue = at_grid(world, MatterClass.SMALL)
    turns = list(Assignment.objects.filter(issue=issue).select_related("issue__community"))
    changes = Changes(now=NOW)
    changes.assignments += turns
    places = {one.place for one in happenings_of(changes) if one.what == What.CHANGED}
    assert desk_place(world.street.pk) in places
