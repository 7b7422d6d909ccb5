"""Insert entries with their texts and queue them for the next seal, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from acting.actions.arrays import array_of
from acting.actions.written import written
from ledger.actions.salting import Salted
from ledger.models import Entry

# Arrays instead of placeholders for each entry: three times as fast for a thousand entries.
INSERT = """
WITH made AS (
    INSERT INTO ledger_entry (
        stream_id, number, kind, kind_version, happened_at, recorded_at, actor, format, body,
        digest
    )
    SELECT stream_id, number, kind, kind_version, happened_at, recorded_at, actor, format, body,
        digest
    FROM unnest(
        %s::bigint[], %s::bigint[], %s::text[], %s::smallint[], %s::timestamptz[],
        %s::timestamptz[], %s::uuid[], %s::smallint[], %s::bytea[], %s::bytea[]
    ) WITH ORDINALITY AS given (
        stream_id, number, kind, kind_version, happened_at, recorded_at, actor, format, body,
        digest, place
    )
    ORDER BY place
    RETURNING id, stream_id, number
), queued AS (
    INSERT INTO ledger_unsealed (entry_id) SELECT id FROM made
), written AS (
    INSERT INTO ledger_text (entry_id, name, salt, text)
    SELECT made.id, name, salt, text
    FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::bytea[], %s::text[])
        WITH ORDINALITY AS given (stream_id, number, name, salt, text, place)
    JOIN made USING (stream_id, number)
    ORDER BY place
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
    "format",
    "body",
    "digest",
)
TEXT_COLUMNS = ("name", "salt", "text")


def insert_entries(entries: Sequence[Entry], texts: Sequence[Sequence[Salted]]) -> None:
    """Insert `entries` in their order, with the texts of each, and give each its id."""
    of_all = [(entry, one) for entry, of_it in zip(entries, texts, strict=True) for one in of_it]
    given = [array_of(map(attrgetter(column), entries)) for column in COLUMNS]
    given += [array_of(getattr(entry, name) for entry, _one in of_all) for name in COLUMNS[:2]]
    given += [array_of(getattr(one, name) for _entry, one in of_all) for name in TEXT_COLUMNS]
    made = written(INSERT, given, rows=max(len(entries), len(of_all)))
    ids = {(stream_id, number): id_ for id_, stream_id, number in made}
    for entry in entries:
        entry.pk = ids[entry.stream_id, entry.number]
        entry._state.adding = False
