"""Remove a venue that nothing points to."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.keep import drop
from grids.models import Venue


def remove_venue(venue: Venue, *, actor: User | None, now: datetime) -> None:
    authorise(actor, venue.grid.path, now=now)
    drop(venue, stream=venue.grid.stream, kind="venue", actor=actor, now=now)
