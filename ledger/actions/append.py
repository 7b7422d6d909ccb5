"""Record acts, in the transaction that carries them out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.db import connection
from django.db.transaction import TransactionManagementError

from ledger.actions.insertion import insert_entries
from ledger.actions.numbering import ActsAs, NumberedStream, take_numbers
from ledger.actions.salting import Salted, salt_texts
from ledger.bodies import FORMAT, entry_body
from ledger.models import Entry
from ledger.new_entry import NewEntry


class AppendOutsideTransactionError(TransactionManagementError):
    """Raised outside a transaction: the record must be written in the act's own transaction."""


def append(acts: Sequence[NewEntry]) -> list[Entry]:
    """Append `acts` in the given order; returns their entries in that order.

    Two statements however many acts: streams are made, locked in order of name and numbered, with
    the pseudonyms of who acts; entries, which now wait for their seal, with their texts. Raises
    AppendOutsideTransactionError outside `atomic` and NotCanonicalError for what has no canonical
    form.
    """
    if not connection.in_atomic_block:
        raise AppendOutsideTransactionError("append() must run inside transaction.atomic()")
    if not acts:
        return []
    taken = take_numbers(
        Counter(act.stream for act in acts),
        public={act.stream: act.public for act in reversed(acts)},
        actors={(act.stream, act.actor_id) for act in acts if act.actor_id is not None},
    )
    salted = [salt_texts(act) for act in acts]
    entries = [
        new_entry(
            act,
            stream=taken.streams[act.stream],
            actor=None if act.actor_id is None else taken.pseudonyms[act.stream, act.actor_id],
            recorded_at=taken.recorded_at,
            texts=texts,
        )
        for act, texts in zip(acts, salted, strict=True)
    ]
    insert_entries(entries, salted)
    return entries


def new_entry(
    act: NewEntry,
    *,
    stream: NumberedStream,
    actor: ActsAs | None,
    recorded_at: datetime,
    texts: Sequence[Salted],
) -> Entry:
    """Make the entry of `act`; it takes the next number of `stream`."""
    number = next(stream.numbers)
    body = entry_body(
        act,
        stream_id=stream.public_id,
        stream_digest=stream.digest,
        number=number,
        actor=actor.id if actor else None,
        person_digest=actor.digest if actor else None,
        recorded_at=recorded_at,
        text_digests={text.name: text.digest for text in texts},
    )
    return Entry(
        stream_id=stream.id,
        number=number,
        kind=act.kind,
        kind_version=act.version,
        happened_at=act.happened_at,
        recorded_at=recorded_at,
        actor=actor.id if actor else None,
        format=FORMAT,
        body=body,
        digest=hashlib.sha256(body).digest(),
    )
