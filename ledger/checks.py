"""Check an entry against its digest and columns, and a head against its text. No database here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ledger.bodies import head_body, text_digest
from ledger.canonical import NotCanonicalError, moment, read_canonical


class MisfitError(Exception):
    """Something in the record does not fit: `subject` names it, `reason` says why."""

    def __init__(self, subject: str, reason: str) -> None:
        super().__init__(f"{subject}: {reason}")
        self.subject = subject
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SideText:
    name: str
    salt: bytes
    text: str


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry as it stands in the tables, its stream beside it."""

    id: int
    stream: str
    stream_id: UUID
    number: int
    kind: str
    kind_version: int
    happened_at: datetime
    recorded_at: datetime
    actor: UUID | None
    body: bytes
    digest: bytes

    @property
    def name(self) -> str:
        return _("entry %(id)d (%(stream)s, number %(number)d, receipt %(receipt)s)") % {
            "id": self.id,
            "stream": self.stream,
            "number": self.number,
            "receipt": self.digest.hex(),
        }


@dataclass(frozen=True, slots=True)
class StoredSeal:
    number: int
    leaves: int
    entries: int
    root: bytes
    previous: bytes
    sealed_at: datetime
    body: bytes
    head: bytes


def check_entry(entry: StoredEntry, texts: list[SideText]) -> None:
    """Raise MisfitError unless digest, columns and the texts still kept fit the body."""
    if hashlib.sha256(entry.body).digest() != entry.digest:
        raise MisfitError(entry.name, _("its body was changed, the digest no longer fits"))
    said = read_body(entry)
    columns = {
        "stream": str(entry.stream_id),
        "number": entry.number,
        "kind": entry.kind,
        "version": entry.kind_version,
        "happened_at": moment(entry.happened_at),
        "recorded_at": moment(entry.recorded_at),
        "actor": str(entry.actor) if entry.actor else None,
    }
    for name, value in columns.items():
        if said.get(name) != value:
            raise MisfitError(
                entry.name, _("its column “%(name)s” is not what its body says") % {"name": name}
            )
    for text in texts:
        if said.get("texts", {}).get(text.name) != text_digest(text.salt, text.text):
            raise MisfitError(
                entry.name, _("its text “%(name)s” is not the one recorded") % {"name": text.name}
            )


def read_body(entry: StoredEntry) -> dict[str, Any]:
    try:
        said = read_canonical(entry.body)
    except NotCanonicalError:
        said = None
    if not isinstance(said, dict):
        raise MisfitError(entry.name, _("its body is not in the canonical form"))
    return said


def check_head(seal: StoredSeal, *, before: StoredSeal | None, no_head: bytes) -> None:
    """Raise MisfitError unless `seal` follows `before` and its head is the hash of what it says."""
    name = _("seal %(number)d") % {"number": seal.number}
    if seal.number != (before.number if before else 0) + 1:
        raise MisfitError(name, _("the seal before it is missing"))
    if seal.previous != (before.head if before else no_head):
        raise MisfitError(name, _("it is not chained to the seal before it"))
    if seal.entries != (before.entries if before else 0) + seal.leaves:
        raise MisfitError(name, _("its count of entries does not follow from the one before"))
    text = head_body(
        number=seal.number,
        previous=seal.previous,
        root=seal.root,
        leaves=seal.leaves,
        entries=seal.entries,
        sealed_at=seal.sealed_at,
    )
    if text != seal.body or hashlib.sha256(text).digest() != seal.head:
        raise MisfitError(name, _("its head is not the hash of what it says"))
