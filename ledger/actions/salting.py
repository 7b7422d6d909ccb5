"""People's words get a salt each, so that their digest tells nothing once they are erased."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from ledger.bodies import SALT_BYTES, text_digest
from ledger.canonical import refuse_foreign
from ledger.new_entry import NewEntry


@dataclass(frozen=True, slots=True)
class Salted:
    name: str
    salt: bytes
    text: str
    digest: str


def salt_texts(act: NewEntry) -> list[Salted]:
    refuse_foreign(dict(act.texts), path=act.kind)
    salted = []
    for name, text in sorted(act.texts.items()):
        salt = secrets.token_bytes(SALT_BYTES)
        salted.append(Salted(name, salt, text, text_digest(salt, text)))
    return salted
