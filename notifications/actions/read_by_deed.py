"""Which notices called for something that is done: they count as read."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from acting.actions.arrays import array_of

# A notice that its reader marks at this very moment is skipped: waiting for it would gain nothing.
READ_BY_DEED = """
read_by_deed AS (
    SELECT notice.id
    FROM unnest(%s::uuid[], %s::text[]) AS done (subject, deed)
    JOIN notifications_notice notice ON notice.subject = done.subject
        AND (notice.calls_for = done.deed OR starts_with(notice.calls_for, done.deed || '/'))
    WHERE notice.read_at IS NULL AND notice.calls_for <> ''
    ORDER BY notice.id
    FOR UPDATE OF notice SKIP LOCKED
)"""


def read_by_deed(done: Collection[tuple[UUID, str]]) -> list[str]:
    """The values for `READ_BY_DEED`: subjects, and what notices about them called for.

    Once it is done, it is done for everybody: a colleague at the same desk may have done it, or
    somebody by phone, or for many matters at once. What a notice calls for is a path, so `turn1`
    settles `turn1/receive` as well.
    """
    rows = sorted(done)
    return [
        array_of([subject for subject, _deed in rows]),
        array_of([deed for _subject, deed in rows]),
    ]
