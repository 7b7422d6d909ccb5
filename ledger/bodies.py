"""Bodies of entries and heads of seals, as bytes. No database here."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from ledger.canonical import canonical, moment
from ledger.new_entry import NewEntry

FORMAT = 1
SALT_BYTES = 32
# Stands for the head before it in the first seal.
NO_HEAD = bytes(32)


def entry_body(
    act: NewEntry,
    *,
    stream_id: UUID,
    number: int,
    actor: UUID | None,
    recorded_at: datetime,
    text_digests: Mapping[str, str],
) -> bytes:
    """The body of an entry; its salt keeps the body from being guessed from its digest."""
    return canonical(
        {
            "actor": str(actor) if actor else None,
            "format": FORMAT,
            "happened_at": moment(act.happened_at),
            "kind": act.kind,
            "number": number,
            "parameters": dict(act.parameters),
            "recorded_at": moment(recorded_at),
            "salt": secrets.token_hex(16),
            "stream": str(stream_id),
            "texts": dict(text_digests),
            "version": act.version,
        }
    )


def text_digest(salt: bytes, text: str) -> str:
    """SHA-256 of the 32 bytes of salt and the text in UTF-8, in hexadecimal."""
    return hashlib.sha256(salt + text.encode("utf-8")).hexdigest()


def head_body(
    *, number: int, previous: bytes, root: bytes, leaves: int, entries: int, sealed_at: datetime
) -> bytes:
    return canonical(
        {
            "entries": entries,
            "format": FORMAT,
            "leaves": leaves,
            "previous": previous.hex(),
            "root": root.hex(),
            "seal": number,
            "sealed_at": moment(sealed_at),
        }
    )


def short_code(head: bytes) -> str:
    """The first 16 hexadecimal digits in groups of four, to be read off a notice board."""
    digits = head.hex()[:16]
    return " ".join(digits[start : start + 4] for start in range(0, 16, 4))
