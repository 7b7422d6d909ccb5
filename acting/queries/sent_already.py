"""What somebody sent already, from another page of theirs and so under another key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)

# A page that asks for no time takes the time of sending; up to an hour apart, two may be the same.
SAME = timedelta(hours=1)


def sent_already(
    rows: QuerySet[Row], said: Mapping[str, object], *, near: tuple[str, datetime] | None = None
) -> Row | None:
    """The first of `rows` that holds everything `said` now; None if this is new.

    `near` names a field with a moment, which may differ by an hour. Lock what the rows belong to
    before asking: then the second of two sendings waits for the first. `once` can't tell, since
    two pages have two keys. A row that was taken back meanwhile must not be among `rows`, so that
    the same can be sent anew.
    """
    if near is not None:
        name, at = near
        rows = rows.filter(**{f"{name}__range": (at - SAME, at + SAME)})
    return rows.filter(**said).first()
