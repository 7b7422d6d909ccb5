"""Create or change a building."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.keep import keep
from grids.models import Building


def save_building(building: Building, *, actor: User | None, now: datetime) -> Building:
    """The actor must administer both the grid it was in and the grid it moves to."""
    paths = [building.grid.path]
    if building.pk is not None:
        paths.append(Building.objects.select_related("grid").get(pk=building.pk).grid.path)
    authorise(actor, *paths, now=now)
    keep(building, stream=building.grid.stream, kind="building", actor=actor, now=now)
    return building
