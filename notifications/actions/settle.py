"""Which notices called for something that is done: they count as read."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from acting.actions.arrays import array_of

# What somebody marks at this moment anyway is passed over instead of waited for.
SETTLED = """
settled AS (
    SELECT notice.id
    FROM unnest(%s::uuid[], %s::text[]) AS done (subject, deed)
    JOIN notifications_notice notice ON notice.subject = done.subject
        AND (notice.calls_for = done.deed OR starts_with(notice.calls_for, done.deed || '/'))
    WHERE notice.read_at IS NULL AND notice.calls_for <> ''
    ORDER BY notice.id
    FOR UPDATE OF notice SKIP LOCKED
)"""


def settled(done: Collection[tuple[UUID, str]]) -> list[str]:
    """What `SETTLED` leaves open: subjects, and what notices about them called for.

    They are done for everybody, whoever did it and in whichever way: a colleague at the same desk,
    by phone, many at once. What notices call for is a path: with `turn1` also `turn1/receive` is
    done.
    """
    rows = sorted(done)
    return [
        array_of([subject for subject, _deed in rows]),
        array_of([deed for _subject, deed in rows]),
    ]
