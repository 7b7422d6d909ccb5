"""Check an entry against its digest and columns, and a head against its text. No database here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ledger.bodies import FORMATS, SALT_BYTES, head_body, text_digest
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
class Person:
    """Who a pseudonym is; `at_home` if it is one of the stream in which it acts."""

    user_id: int
    salt: bytes
    at_home: bool


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry as it stands in the tables, its stream beside it, and who acted, unless erased."""

    id: int
    stream: str
    stream_id: UUID
    stream_salt: bytes
    number: int
    kind: str
    kind_version: int
    happened_at: datetime
    recorded_at: datetime
    actor: UUID | None
    person: Person | None
    format: int
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

    @property
    def format(self) -> int:
        """As its text says; 0 where that can't be read, which is no format."""
        try:
            said = read_canonical(self.body)
        except NotCanonicalError:
            return 0
        found = said.get("format") if isinstance(said, dict) else None
        return found if found in FORMATS else 0


def check_entry(entry: StoredEntry, texts: list[SideText]) -> None:
    """Raise MisfitError unless all that stands beside the body, and is not erased, fits it."""
    if hashlib.sha256(entry.body).digest() != entry.digest:
        raise MisfitError(entry.name, _("its body was changed, the digest no longer fits"))
    said = read_body(entry)
    check_columns(entry, said)
    check_bound(entry, said)
    for text in texts:
        if said.get("texts", {}).get(text.name) != digest_beside(text.salt, text.text):
            raise MisfitError(
                entry.name, _("its text “%(name)s” is not the one recorded") % {"name": text.name}
            )


def check_columns(entry: StoredEntry, said: dict[str, Any]) -> None:
    columns = {
        "stream": str(entry.stream_id),
        "number": entry.number,
        "kind": entry.kind,
        "version": entry.kind_version,
        "happened_at": moment(entry.happened_at),
        "recorded_at": moment(entry.recorded_at),
        "actor": str(entry.actor) if entry.actor else None,
        "format": entry.format,
    }
    for name, value in columns.items():
        if said.get(name) != value:
            raise MisfitError(
                entry.name, _("its column “%(name)s” is not what its body says") % {"name": name}
            )
    if entry.format not in FORMATS:
        raise MisfitError(entry.name, _("its format is none that was ever written"))


def check_bound(entry: StoredEntry, said: dict[str, Any]) -> None:
    """Raise MisfitError unless stream and person are those that the body was written for.

    The first format binds neither; of either, a pseudonym belongs to the stream it acts in. Whoever
    was erased can be nobody else any more: the digest of them stays, and there is no salt to it.
    """
    person = entry.person
    if person is not None and not person.at_home:
        raise MisfitError(entry.name, _("its actor has acted in another stream only"))
    if entry.format == 1:
        return
    if said.get("name") != digest_beside(entry.stream_salt, entry.stream):
        raise MisfitError(entry.name, _("its stream had another name when it was recorded"))
    if (said.get("person") is None) != (entry.actor is None):
        raise MisfitError(entry.name, _("it does not say which person acted"))
    if person is not None and said["person"] != digest_beside(person.salt, str(person.user_id)):
        raise MisfitError(entry.name, _("another person has been put behind it"))


def digest_beside(salt: bytes, text: str) -> str:
    """The digest of what is kept; "" with a salt of other than 32 bytes, which fits nothing.

    Salt and text are hashed one after the other: a longer one could take over the text's first
    signs, and give the same digest.
    """
    return text_digest(salt, text) if len(salt) == SALT_BYTES else ""


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
    if seal.format < (before.format if before else 1):
        raise MisfitError(name, _("its format is an earlier one than that of the seal before it"))
    text = head_body(
        format=seal.format,
        number=seal.number,
        previous=seal.previous,
        root=seal.root,
        leaves=seal.leaves,
        entries=seal.entries,
        sealed_at=seal.sealed_at,
    )
    if text != seal.body or hashlib.sha256(text).digest() != seal.head:
        raise MisfitError(name, _("its head is not the hash of what it says"))
