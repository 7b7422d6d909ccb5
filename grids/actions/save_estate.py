"""Create or change an estate."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise_moved
from grids.actions.keep import keep
from grids.models import Estate


def save_estate(estate: Estate, *, actor: User | None, now: datetime) -> Estate:
    """The actor must administer both the community it was in and the one it moves to."""
    authorise_moved(actor, estate, "community", now=now)
    keep(estate, stream=estate.community.stream, kind="estate", actor=actor, now=now)
    return estate
