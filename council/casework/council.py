"""A council in whose name something new begins, locked before anything is asked of it."""

from __future__ import annotations

from collections.abc import Iterable

from council.models import Council
from council.refusals import NotYours


def lock_council(council: Council) -> Council:
    """As it is now; raises NotYours where it is gone."""
    (row,) = lock_councils([council])
    return row


def lock_councils(councils: Iterable[Council]) -> list[Council]:
    """Each once, in ascending order, before any venue or sitting. Raises NotYours."""
    keys = {council.pk for council in councils}
    rows = Council.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys)
    locked = list(rows.select_related("body__parent").order_by("pk"))
    if len(locked) < len(keys):
        raise NotYours
    return locked
