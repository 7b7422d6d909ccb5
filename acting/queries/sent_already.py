"""What somebody sent already, from another page of theirs and so under another key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)

# A page that asks for no time takes its own: so far apart they are still one.
SAME = timedelta(hours=1)


def sent_already(
    rows: QuerySet[Row], said: Mapping[str, object], *, near: tuple[str, datetime] | None = None
) -> Row | None:
    """The first of `rows` in which all stands that is `said` now; None if this is new.

    `near` names a moment that differs by an hour at most. Ask with locked what the rows belong to:
    of two sendings the second waits there for the first. `once` knows a page by its key alone; a
    row that was taken back meanwhile is not here, so that it can be sent anew.
    """
    if near is not None:
        name, at = near
        rows = rows.filter(**{f"{name}__range": (at - SAME, at + SAME)})
    return rows.filter(**said).first()
