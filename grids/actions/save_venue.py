"""Create or change a venue."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.keep import keep
from grids.models import Venue


def save_venue(venue: Venue, *, actor: User | None, now: datetime) -> Venue:
    """The actor must administer both the grid it was in and the grid it moves to."""
    paths = [venue.grid.path]
    if venue.pk is not None:
        paths.append(Venue.objects.select_related("grid").get(pk=venue.pk).grid.path)
    authorise(actor, *paths, now=now)
    keep(venue, stream=venue.grid.stream, kind="venue", actor=actor, now=now)
    return venue
