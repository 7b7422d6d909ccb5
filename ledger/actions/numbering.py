"""Make, lock and number streams in one statement, and find or make who acts in them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from acting.actions.arrays import array_of
from acting.actions.written import written
from ledger.bodies import person_digest, text_digest
from ledger.models import Pseudonym

# Rows are locked in the order of their names, so that two batches with common streams can't
# deadlock. The clock is read after each lock; the latest reading is later than all locks.
#
# A pseudonym that was made while this waited for its stream is not seen here, and not made twice:
# it is left out.
TAKE = """
WITH taken AS (
    INSERT INTO "ledger_stream" (name, public_id, public, length)
    SELECT * FROM unnest(%s::text[], %s::uuid[], %s::boolean[], %s::bigint[])
        AS wanted (name, public_id, public, length)
    ORDER BY name COLLATE "C"
    ON CONFLICT (name) DO UPDATE SET length = ledger_stream.length + excluded.length
    RETURNING name, id, public_id, salt, length, clock_timestamp() AS read_at
), acting AS (
    SELECT taken.id AS stream_id, given.user_id, given.id
    FROM unnest(%s::text[], %s::bigint[], %s::uuid[]) AS given (name, user_id, id)
    JOIN taken USING (name)
), made AS (
    INSERT INTO ledger_pseudonym (id, stream_id, user_id)
    SELECT id, stream_id, user_id FROM acting
    WHERE NOT EXISTS (
        SELECT FROM ledger_pseudonym known
        WHERE known.stream_id = acting.stream_id AND known.user_id = acting.user_id
    )
    ON CONFLICT (stream_id, user_id) DO NOTHING
    RETURNING stream_id, user_id, id, salt
), named AS (
    SELECT stream_id, user_id, id, salt FROM made
    UNION ALL
    SELECT known.stream_id, known.user_id, known.id, known.salt
    FROM ledger_pseudonym known JOIN acting USING (stream_id, user_id)
)
SELECT taken.name, taken.id, taken.public_id, taken.salt, taken.length, taken.read_at,
    named.user_id, named.id, named.salt
FROM taken LEFT JOIN named ON named.stream_id = taken.id
"""


@dataclass(frozen=True, slots=True)
class NumberedStream:
    """`digest` is of the stream's name and its salt."""

    id: int
    public_id: UUID
    digest: str
    numbers: Iterator[int]


@dataclass(frozen=True, slots=True)
class ActsAs:
    """The pseudonym, and a digest of the person and its salt."""

    id: UUID
    digest: str


@dataclass(frozen=True, slots=True)
class Taken:
    streams: dict[str, NumberedStream]
    # As whom a person acts in a stream, by its name and their key.
    pseudonyms: dict[tuple[str, int], ActsAs]
    recorded_at: datetime


def take_numbers(
    counts: Mapping[str, int],
    *,
    public: Mapping[str, bool],
    actors: AbstractSet[tuple[str, int]],
) -> Taken:
    """Lock the streams named in `counts` until the transaction ends and take that many numbers.

    `public` is used for streams that begin here. `actors` are pairs of a stream and a person.
    `recorded_at` is the database's clock.
    """
    names, pairs = sorted(counts), sorted(actors)
    given = [
        array_of(names),
        array_of([uuid.uuid4() for _ in names]),
        array_of([public[name] for name in names]),
        array_of([counts[name] for name in names]),
        array_of([name for name, _ in pairs]),
        array_of([user_id for _, user_id in pairs]),
        array_of([uuid.uuid4() for _ in pairs]),
    ]
    rows = written(TAKE, given, rows=max(len(names), len(pairs)))
    streams, pseudonyms = {}, {}
    for name, stream, public_id, salt, length, _, user_id, acts_as, its_salt in rows:
        numbers = iter(range(length - counts[name] + 1, length + 1))
        # One for each that acts there.
        if name not in streams:
            streams[name] = NumberedStream(stream, public_id, text_digest(salt, name), numbers)
        if user_id is not None:
            pseudonyms[name, user_id] = ActsAs(acts_as, person_digest(its_salt, user_id))
    taken = Taken(streams, pseudonyms, recorded_at=max(row[5] for row in rows))
    _add_those_made_meanwhile(taken, actors)
    return taken


def _add_those_made_meanwhile(taken: Taken, actors: AbstractSet[tuple[str, int]]) -> None:
    """Of a person who did something else in the stream for the first time at the same moment."""
    for name, user_id in actors - taken.pseudonyms.keys():
        known = Pseudonym.objects.get(stream=taken.streams[name].id, user_id=user_id)
        taken.pseudonyms[name, user_id] = ActsAs(
            known.id, person_digest(bytes(known.salt), user_id)
        )
