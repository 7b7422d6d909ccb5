"""Bodies of entries and heads of seals, as bytes. No database here."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from ledger.canonical import canonical, moment
from ledger.new_entry import NewEntry

# 1 does not bind the name of the stream and the person; what was recorded so stays as it is.
FORMAT = 2
FORMATS = (1, FORMAT)
SALT_BYTES = 32
# Stands for the head before it in the first seal.
NO_HEAD = bytes(32)


def entry_body(
    act: NewEntry,
    *,
    stream_id: UUID,
    stream_digest: str,
    number: int,
    actor: UUID | None,
    person_digest: str | None,
    recorded_at: datetime,
    text_digests: Mapping[str, str],
) -> bytes:
    """The body of an entry; its salt keeps the body from being guessed from its digest.

    `stream_digest` is of the stream's name and `person_digest` of who acted, each with the salt
    kept beside it: nobody can call the stream otherwise, or put another person there, unseen.
    """
    return canonical(
        {
            "actor": str(actor) if actor else None,
            "format": FORMAT,
            "happened_at": moment(act.happened_at),
            "kind": act.kind,
            "name": stream_digest,
            "number": number,
            "parameters": dict(act.parameters),
            "person": person_digest,
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


def person_digest(salt: bytes, user_id: int) -> str:
    """The same of a person's number, written in decimal."""
    return text_digest(salt, str(user_id))


def head_body(
    *,
    format: int,
    number: int,
    previous: bytes,
    root: bytes,
    leaves: int,
    entries: int,
    sealed_at: datetime,
) -> bytes:
    """The text of a head. Its `format` is the earliest of those of its entries."""
    return canonical(
        {
            "entries": entries,
            "format": format,
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
