"""The order on paper: for those who work on it, without the resident's number."""

from __future__ import annotations

from tests.issues.acting import raised, signed_in
from tests.world import World


def test_whoever_works_on_it_prints_the_order(world: World) -> None:
    issue = raised(world)
    answer = signed_in(world.grid_worker).get(f"/issues/{issue.reference}/slip/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert issue.text in page
    assert (world.resident.phone or "")[-8:] not in page


def test_the_resident_and_strangers_do_not(world: World) -> None:
    issue = raised(world)
    for person in (world.resident, world.stranger, world.clerk, world.far_grid_worker):
        assert signed_in(person).get(f"/issues/{issue.reference}/slip/").status_code == 404


def test_on_paper_no_day_is_called_tomorrow(world: World) -> None:
    issue = raised(world)
    page = signed_in(world.grid_worker).get(f"/issues/{issue.reference}/slip/").content.decode()
    assert "明天" not in page
    assert "tomorrow" not in page
