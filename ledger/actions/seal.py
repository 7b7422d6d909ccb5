"""Seal what was recorded since the last seal."""

from __future__ import annotations

import hashlib

from django.db import connection, transaction

from ledger.actions.write_files import write_files
from ledger.bodies import NO_HEAD, head_body
from ledger.merkle import tree_root
from ledger.models import Seal

# The most entries in a seal; it limits the memory that sealing, proofs and verifying need.
LARGEST_SEAL = 10_000
SEALER_LOCK = 0x5EA1

# The queue also holds entries of transactions that began before the last seal but committed later.
# The lowest ids come first: what waits in an earlier format is older than all of a later one, so
# the formats of seals never go down. What was queued again by hand is left: sealing goes on.
TAKE_UNSEALED = """
WITH taken AS (
    SELECT entry_id FROM ledger_unsealed unsealed WHERE NOT EXISTS (
        SELECT FROM ledger_sealleaf leaf WHERE leaf.entry_id = unsealed.entry_id
    ) ORDER BY entry_id LIMIT %s
)
SELECT entry.id, entry.digest, entry.format, clock_timestamp()
FROM taken JOIN ledger_entry entry ON entry.id = taken.entry_id
ORDER BY entry.digest
"""
# A trigger lets only what is sealed leave the queue.
PLACE = """
WITH placed AS (
    INSERT INTO ledger_sealleaf (seal_id, entry_id, digest, index)
    SELECT %s, entry_id, digest, place - 1
    FROM unnest(%s::bigint[], %s::bytea[]) WITH ORDINALITY AS given (entry_id, digest, place)
    RETURNING entry_id
)
DELETE FROM ledger_unsealed WHERE entry_id IN (SELECT entry_id FROM placed)
"""


def seal(*, largest: int = LARGEST_SEAL) -> list[Seal]:
    """Seal all that is unsealed, in seals of at most `largest` entries, each committed alone.

    Makes no empty seal. Does nothing while another sealer works, which takes what is there. The
    files of the record follow, once it is committed; what hinders them does not hinder sealing.
    """
    sealed: list[Seal] = []
    while new := seal_once(largest=largest):
        sealed.append(new)
        if new.leaves < largest:
            break
    transaction.on_commit(write_files, robust=True)
    return sealed


@transaction.atomic
def seal_once(*, largest: int) -> Seal | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SEALER_LOCK])
        if cursor.fetchone() == (False,):
            return None
        cursor.execute(TAKE_UNSEALED, [largest])
        rows = [(id_, bytes(digest), *rest) for id_, digest, *rest in cursor.fetchall()]
    if not rows:
        return None
    before = Seal.objects.order_by("-number").first()
    number = before.number + 1 if before else 1
    previous = bytes(before.head) if before else NO_HEAD
    entries = (before.entries if before else 0) + len(rows)
    sealed_at = rows[-1][3]
    root = tree_root(digest for _, digest, *_ in rows)
    body = head_body(
        format=min(earlier for _, _, earlier, _ in rows),
        number=number,
        previous=previous,
        root=root,
        leaves=len(rows),
        entries=entries,
        sealed_at=sealed_at,
    )
    new = Seal.objects.create(
        number=number,
        leaves=len(rows),
        entries=entries,
        root=root,
        previous=previous,
        sealed_at=sealed_at,
        body=body,
        head=hashlib.sha256(body).digest(),
    )
    with connection.cursor() as cursor:
        cursor.execute(
            PLACE, [number, [id_ for id_, *_ in rows], [digest for _, digest, *_ in rows]]
        )
    return new
