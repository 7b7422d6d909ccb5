"""Take away a council that nobody ever sat in."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.models import Council
from grids.actions.authorise import authorise
from grids.actions.keep import drop


def remove_council(council: Council, *, actor: User | None, now: datetime) -> None:
    authorise(actor, council.body.path, now=now)
    drop(council, stream=council.body.stream, kind="council", actor=actor, now=now)
