"""Insert entries and queue them for the next seal, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from django.db import connection

from acting.actions.arrays import array_of
from ledger.models import Entry

# Arrays instead of placeholders for each entry: three times as fast for a thousand entries.
INSERT = """
WITH made AS (
    INSERT INTO ledger_entry (
        stream_id, number, kind, kind_version, happened_at, recorded_at, actor, body, digest
    )
    SELECT stream_id, number, kind, kind_version, happened_at, recorded_at, actor, body, digest
    FROM unnest(
        %s::bigint[], %s::bigint[], %s::text[], %s::smallint[], %s::timestamptz[],
        %s::timestamptz[], %s::uuid[], %s::bytea[], %s::bytea[]
    ) WITH ORDINALITY AS given (
        stream_id, number, kind, kind_version, happened_at, recorded_at, actor, body, digest, place
    )
    ORDER BY place
    RETURNING id, stream_id, number
), queued AS (
    INSERT INTO ledger_unsealed (entry_id) SELECT id FROM made
)
SELECT id, stream_id, number FROM made
"""
COLUMNS = (
    "stream_id",
    "number",
    "kind",
    "kind_version",
    "happened_at",
    "recorded_at",
    "actor",
    "body",
    "digest",
)


def insert_entries(entries: Sequence[Entry]) -> None:
    """Insert `entries` in their order and give each its id."""
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [array_of(map(attrgetter(column), entries)) for column in COLUMNS])
        ids = {(stream_id, number): id_ for id_, stream_id, number in cursor.fetchall()}
    for entry in entries:
        entry.pk = ids[entry.stream_id, entry.number]
        entry._state.adding = False
