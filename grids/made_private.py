"""Let other apps, which know what was published under a category, follow when it goes private.

Apps register in their `AppConfig.ready`.
"""

from collections.abc import Callable
from datetime import datetime

from accounts.models import User
from grids.models import Category

MadePrivate = Callable[[Category, User | None, datetime], None]
_registered: list[MadePrivate] = []


def on_made_private(follow: MadePrivate) -> MadePrivate:
    """Call `follow(category, actor, now)` inside the transaction that makes it private."""
    if follow not in _registered:
        _registered.append(follow)
    return follow


def announce_made_private(category: Category, *, actor: User | None, now: datetime) -> None:
    for follow in _registered:
        follow(category, actor, now)
