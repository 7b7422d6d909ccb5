"""Remove a building that nothing points to."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.keep import drop
from grids.models import Building


def remove_building(building: Building, *, actor: User | None, now: datetime) -> None:
    authorise(actor, building.grid.path, now=now)
    drop(building, stream=building.grid.stream, kind="building", actor=actor, now=now)
