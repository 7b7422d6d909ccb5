"""A council in whose name something new begins, locked before anything is asked of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.db import connection

from council.models import Council
from council.refusals import NotYours
from grids.models import Venue

# PostgreSQL promises no order between the tables of a statement. Here the condition of the venue
# asks how many councils are locked, so no row of it is looked at before all of them are.
COUNCILS_AND_VENUE: Final = """
WITH held AS MATERIALIZED (
    SELECT "id", "active" FROM "council_council" WHERE "id" = ANY(%s)
    ORDER BY "id" FOR NO KEY UPDATE
), place AS MATERIALIZED (
    SELECT "id" FROM "grids_venue"
    WHERE "id" = %s::bigint AND %s = (SELECT count(*) FROM held)
    FOR NO KEY UPDATE
)
SELECT "active", (SELECT count(*) FROM place) FROM held
"""


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


def lock_councils_and_venue(councils: Iterable[Council], venue: Venue | None) -> list[bool]:
    """The same, and then the venue, in one statement. Whether each of the councils is active.

    Raises NotYours.
    """
    keys = sorted({council.pk for council in councils})
    place = None if venue is None else venue.pk
    with connection.cursor() as cursor:
        cursor.execute(COUNCILS_AND_VENUE, [keys, place, len(keys)])
        found = [active for active, _place in cursor.fetchall()]
    if len(found) < len(keys):
        raise NotYours
    return found
