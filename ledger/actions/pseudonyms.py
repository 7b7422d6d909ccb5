"""The random name under which a person acts in one stream."""

from __future__ import annotations

import uuid
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from ledger.bodies import person_digest

# No conflict can arise: the caller holds the locks of these streams.
FIND_OR_MAKE = """
WITH wanted AS (
    SELECT * FROM unnest(%s::bigint[], %s::bigint[], %s::uuid[]) AS w (stream_id, user_id, id)
), made AS (
    INSERT INTO ledger_pseudonym (id, stream_id, user_id)
    SELECT w.id, w.stream_id, w.user_id FROM wanted w
    WHERE NOT EXISTS (
        SELECT FROM ledger_pseudonym p
        WHERE p.stream_id = w.stream_id AND p.user_id = w.user_id
    )
    RETURNING stream_id, user_id, id, salt
)
SELECT stream_id, user_id, id, salt FROM made
UNION ALL
SELECT p.stream_id, p.user_id, p.id, p.salt
FROM ledger_pseudonym p JOIN wanted w USING (stream_id, user_id)
"""


@dataclass(frozen=True, slots=True)
class ActsAs:
    """The pseudonym, and a digest of the person and its salt."""

    id: UUID
    digest: str


def pseudonyms_for(pairs: AbstractSet[tuple[int, int]]) -> dict[tuple[int, int], ActsAs]:
    """Pseudonyms of (stream id, user id) pairs whose streams the caller has locked."""
    if not pairs:
        return {}
    ordered = sorted(pairs)
    with connection.cursor() as cursor:
        cursor.execute(
            FIND_OR_MAKE,
            [
                [stream_id for stream_id, _ in ordered],
                [user_id for _, user_id in ordered],
                [uuid.uuid4() for _ in ordered],
            ],
        )
        return {
            (stream_id, user_id): ActsAs(id_, person_digest(salt, user_id))
            for stream_id, user_id, id_, salt in cursor.fetchall()
        }
