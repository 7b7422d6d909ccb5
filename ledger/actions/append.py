"""Record acts, in the transaction that carries them out."""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.transaction import TransactionManagementError

from acting.actions.write_rows import insert_rows
from ledger.actions.insertion import insert_entries
from ledger.actions.numbering import NumberedStream, take_numbers
from ledger.actions.pseudonyms import pseudonyms_for
from ledger.bodies import SALT_BYTES, entry_body, text_digest
from ledger.canonical import refuse_foreign
from ledger.models import Entry, Text
from ledger.new_entry import NewEntry


class AppendOutsideTransactionError(TransactionManagementError):
    """Raised outside a transaction: the record must be written in the act's own transaction."""


@dataclass(frozen=True, slots=True)
class Salted:
    name: str
    salt: bytes
    text: str
    digest: str


def append(acts: Sequence[NewEntry]) -> list[Entry]:
    """Append `acts` in the given order; returns their entries in that order.

    Four statements however many acts: streams are made, locked in order of name and numbered;
    pseudonyms; entries, which now wait for their seal; texts. Raises AppendOutsideTransactionError
    outside `atomic` and NotCanonicalError for what has no canonical form.
    """
    if not connection.in_atomic_block:
        raise AppendOutsideTransactionError("append() must run inside transaction.atomic()")
    if not acts:
        return []
    taken = take_numbers(
        Counter(act.stream for act in acts),
        public={act.stream: act.public for act in reversed(acts)},
    )
    actors = pseudonyms_for(
        {(taken.streams[act.stream].id, act.actor_id) for act in acts if act.actor_id is not None}
    )
    salted = [salt_texts(act) for act in acts]
    entries = [
        new_entry(
            act,
            stream=taken.streams[act.stream],
            actor=None
            if act.actor_id is None
            else actors[taken.streams[act.stream].id, act.actor_id],
            recorded_at=taken.recorded_at,
            texts=texts,
        )
        for act, texts in zip(acts, salted, strict=True)
    ]
    insert_entries(entries)
    insert_rows(
        [
            Text(entry=entry, name=text.name, salt=text.salt, text=text.text)
            for entry, texts in zip(entries, salted, strict=True)
            for text in texts
        ]
    )
    return entries


def salt_texts(act: NewEntry) -> list[Salted]:
    refuse_foreign(dict(act.texts), path=act.kind)
    salted = []
    for name, text in sorted(act.texts.items()):
        salt = secrets.token_bytes(SALT_BYTES)
        salted.append(Salted(name, salt, text, text_digest(salt, text)))
    return salted


def new_entry(
    act: NewEntry,
    *,
    stream: NumberedStream,
    actor: UUID | None,
    recorded_at: datetime,
    texts: Sequence[Salted],
) -> Entry:
    """Make the entry of `act`; it takes the next number of `stream`."""
    number = next(stream.numbers)
    body = entry_body(
        act,
        stream_id=stream.public_id,
        number=number,
        actor=actor,
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
        actor=actor,
        body=body,
        digest=hashlib.sha256(body).digest(),
    )
