"""Note what pages that stand open should learn, in the statement that tells of the act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from acting.actions.arrays import array_of
from notifications.enums import What
from notifications.happenings import NewHappening

NOTED = """
noted AS (
    INSERT INTO notifications_happening (place, what, subject, at)
    SELECT place, what, subject, %s::timestamptz
    FROM unnest(%s::text[], %s::text[], %s::uuid[]) AS happening (place, what, subject)
)"""


def noted(happenings: Iterable[NewHappening], *, now: datetime) -> list[Any]:
    """What `NOTED` leaves open.

    The same one at a place is written once; “changed” is left out where another one says more.
    """
    said = dict.fromkeys(happenings)
    more = {(one.place, one.subject) for one in said if one.what != What.CHANGED}
    rows = [one for one in said if one.what != What.CHANGED or (one.place, one.subject) not in more]
    return [
        now,
        array_of([row.place for row in rows]),
        array_of([row.what.value for row in rows]),
        array_of([row.subject for row in rows]),
    ]
