"""Remove a category that nothing uses."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise_shared
from grids.actions.keep import drop
from grids.models import Category


def remove_category(category: Category, *, actor: User | None, now: datetime) -> None:
    authorise_shared(actor, now=now)
    drop(category, stream=f"category:{category.code}", kind="category", actor=actor, now=now)
