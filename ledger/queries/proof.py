"""Where an entry is, and the path from it to the head of its seal."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from ledger.merkle import audit_path, root_from_path, sides_of
from ledger.models import Entry, Seal, SealLeaf


@dataclass(frozen=True, slots=True)
class ProofStep:
    """One sibling hash on the path to the root, and the side on which it stands."""

    beside: bytes
    on_left: bool

    @property
    def hexadecimal(self) -> str:
        return self.beside.hex()


@dataclass(frozen=True, slots=True)
class Proof:
    """The path from an entry to the head of its seal; `holds` is computed for each proof."""

    seal: Seal
    index: int
    steps: list[ProofStep]
    holds: bool

    @property
    def place(self) -> int:
        """Counted from 1 over the whole record."""
        return self.seal.entries - self.seal.leaves + self.index + 1


def entry_by_receipt(receipt: str) -> Entry | None:
    """The entry whose digest is `receipt`, 64 hexadecimal digits."""
    return (
        Entry.objects.select_related("stream", "leaf__seal")
        .filter(digest=bytes.fromhex(receipt))
        .first()
    )


def find_receipts(digits: str) -> list[str]:
    """At most two receipts that begin with `digits`, 16 to 64 hexadecimal ones."""
    first = bytes.fromhex(digits.ljust(64, "0"))
    last = bytes.fromhex(digits.ljust(64, "f"))
    found = Entry.objects.filter(digest__gte=first, digest__lte=last).only("digest")
    return [entry.receipt for entry in found[:2]]


def receipt_of(stream: str, *, number: int = 1) -> str | None:
    """Receipt of an entry by stream and number: the first one is what raised the matter."""
    entry = Entry.objects.filter(stream__name=stream, number=number).only("digest").first()
    return entry.receipt if entry else None


def proof_of(entry: Entry) -> Proof | None:
    """None while the entry waits for its seal. One statement beyond `entry_by_receipt`."""
    leaf = getattr(entry, "leaf", None)
    if leaf is None:
        return None
    seal: Seal = leaf.seal
    digests = [
        bytes(digest)
        for digest in SealLeaf.objects.filter(seal=seal)
        .order_by("index")
        .values_list("digest", flat=True)
    ]
    if not leaf.index < len(digests):
        return Proof(seal=seal, index=leaf.index, steps=[], holds=False)
    path = audit_path(digests, leaf.index)
    sides = sides_of(leaf.index, size=len(digests))
    return Proof(
        seal=seal,
        index=leaf.index,
        steps=[ProofStep(beside, on_left) for beside, on_left in zip(path, sides, strict=True)],
        holds=entry_stands(entry, seal=seal, index=leaf.index, path=path),
    )


def entry_stands(entry: Entry, *, seal: Seal, index: int, path: list[bytes]) -> bool:
    """Body → digest → root → head, each computed anew."""
    digest = hashlib.sha256(bytes(entry.body)).digest()
    try:
        root = root_from_path(digest, index=index, size=seal.leaves, path=path)
    except (ValueError, IndexError):
        return False
    said = json.loads(bytes(seal.body))
    return bool(
        digest == bytes(entry.digest)
        and said["root"] == root.hex()
        and hashlib.sha256(bytes(seal.body)).digest() == bytes(seal.head)
    )
