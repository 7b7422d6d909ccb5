"""Make, lock and number streams in one statement."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from acting.actions.arrays import array_of
from ledger.bodies import text_digest

# Rows are locked in the order of their names, so that two batches with common streams can't
# deadlock. The clock is read after each lock; the latest reading is later than all locks.
TAKE = """
INSERT INTO ledger_stream (name, public_id, public, length)
SELECT * FROM unnest(%s::text[], %s::uuid[], %s::boolean[], %s::bigint[])
    AS wanted (name, public_id, public, length)
ORDER BY name COLLATE "C"
ON CONFLICT (name) DO UPDATE SET length = ledger_stream.length + excluded.length
RETURNING name, id, public_id, salt, length, clock_timestamp()
"""


@dataclass(frozen=True, slots=True)
class NumberedStream:
    """`digest` is of the stream's name and its salt."""

    id: int
    public_id: UUID
    digest: str
    numbers: Iterator[int]


@dataclass(frozen=True, slots=True)
class Taken:
    streams: dict[str, NumberedStream]
    recorded_at: datetime


def take_numbers(counts: Mapping[str, int], *, public: Mapping[str, bool]) -> Taken:
    """Lock the streams named in `counts` until the transaction ends and take that many numbers.

    `public` is used for streams that begin here. `recorded_at` is the database's clock.
    """
    names = sorted(counts)
    with connection.cursor() as cursor:
        cursor.execute(
            TAKE,
            [
                array_of(names),
                array_of([uuid.uuid4() for _ in names]),
                array_of([public[name] for name in names]),
                array_of([counts[name] for name in names]),
            ],
        )
        rows = cursor.fetchall()
    return Taken(
        streams={
            name: NumberedStream(
                id_,
                public_id,
                text_digest(salt, name),
                iter(range(length - counts[name] + 1, length + 1)),
            )
            for name, id_, public_id, salt, length, _ in rows
        },
        recorded_at=max(read_at for *_, read_at in rows),
    )
