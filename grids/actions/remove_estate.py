"""Remove an estate that nothing points to."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.keep import drop
from grids.models import Estate


def remove_estate(estate: Estate, *, actor: User | None, now: datetime) -> None:
    authorise(actor, estate.community.path, now=now)
    drop(estate, stream=estate.community.stream, kind="estate", actor=actor, now=now)
