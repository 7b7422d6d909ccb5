from django.utils import timezone

from grids.enums import Role
from grids.queries.standing import standing_of
from tests.world import World


def test_the_world_is_whole_and_paths_lead_from_the_top(world: World) -> None:
    assert world.grid.path == (
        f"/{world.district.pk}/{world.street.pk}/{world.community.pk}/{world.grid.pk}/"
    )
    assert world.street.active


def test_a_grid_worker_stands_at_their_grid_and_nowhere_else(world: World) -> None:
    standing = standing_of(world.grid_worker, now=timezone.now())
    assert standing.holds(Role.GRID_WORKER, body_id=world.grid.pk)
    assert not standing.holds(Role.GRID_WORKER, body_id=world.other_grid.pk)
    assert not standing_of(world.resident, now=timezone.now()).is_posted
