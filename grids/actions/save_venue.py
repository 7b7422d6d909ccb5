"""Create or change a venue."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise_moved
from grids.actions.keep import keep
from grids.models import Venue


def save_venue(venue: Venue, *, actor: User | None, now: datetime) -> Venue:
    """The actor must administer both the grid it was in and the grid it moves to."""
    authorise_moved(actor, venue, "grid", now=now)
    keep(venue, stream=venue.grid.stream, kind="venue", actor=actor, now=now)
    return venue
