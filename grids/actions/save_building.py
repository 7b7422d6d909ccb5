"""Create or change a building."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise_moved
from grids.actions.keep import keep
from grids.models import Building


def save_building(building: Building, *, actor: User | None, now: datetime) -> Building:
    """The actor must administer both the grid it was in and the grid it moves to."""
    authorise_moved(actor, building, "grid", now=now)
    keep(building, stream=building.grid.stream, kind="building", actor=actor, now=now)
    return building
