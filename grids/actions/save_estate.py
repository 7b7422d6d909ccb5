"""Create or change an estate."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.keep import keep
from grids.models import Estate


def save_estate(estate: Estate, *, actor: User | None, now: datetime) -> Estate:
    """The actor must administer both the community it was in and the one it moves to."""
    paths = [estate.community.path]
    if estate.pk is not None:
        paths.append(Estate.objects.select_related("community").get(pk=estate.pk).community.path)
    authorise(actor, *paths, now=now)
    keep(estate, stream=estate.community.stream, kind="estate", actor=actor, now=now)
    return estate
