"""Count as read what called for something that is done."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import connection

from acting.actions.arrays import array_of

# What somebody marks at this moment anyway is passed over instead of waited for.
SETTLE = """
UPDATE notifications_notice SET read_at = %s WHERE id IN (
    SELECT notice.id
    FROM unnest(%s::uuid[], %s::text[]) AS done (subject, deed)
    JOIN notifications_notice notice ON notice.subject = done.subject
        AND (notice.calls_for = done.deed OR starts_with(notice.calls_for, done.deed || '/'))
    WHERE notice.read_at IS NULL AND notice.calls_for <> ''
    ORDER BY notice.id
    FOR UPDATE OF notice SKIP LOCKED
)
"""


def settle(done: Collection[tuple[UUID, str]], *, now: datetime) -> None:
    """Mark everybody's notices about a subject that called for what is `done`, in one statement.

    Whoever did it, and in whichever way: a colleague at the same desk, by phone, many at once.
    What they call for is a path: with `turn1` also `turn1/receive` is done.
    """
    if not done:
        return
    rows = sorted(done)
    with connection.cursor() as cursor:
        cursor.execute(
            SETTLE,
            [
                now,
                array_of([subject for subject, _deed in rows]),
                array_of([deed for _subject, deed in rows]),
            ],
        )
