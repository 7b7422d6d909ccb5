"""Where an entry stands, and the way from it to the head of its seal."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.merkle import audit_path
from ledger.models import Entry, Seal, SealLeaf


@dataclass(frozen=True, slots=True)
class Proof:
    """`path` are the hashes beside the way from the leaf to the root, nearest first."""

    seal: Seal
    index: int
    path: list[bytes]


def entry_by_receipt(receipt: str) -> Entry | None:
    """The entry whose digest is `receipt`, 64 hexadecimal digits."""
    return (
        Entry.objects.select_related("stream", "leaf__seal")
        .filter(digest=bytes.fromhex(receipt))
        .first()
    )


def receipt_of(stream: str, *, number: int = 1) -> str | None:
    """Receipt of an entry by stream and number: the first one is what raised the matter."""
    entry = Entry.objects.filter(stream__name=stream, number=number).only("digest").first()
    return entry.receipt if entry else None


def proof_of(entry: Entry) -> Proof | None:
    """None while the entry waits for its seal. One statement beyond `entry_by_receipt`."""
    leaf = getattr(entry, "leaf", None)
    if leaf is None:
        return None
    digests = [
        bytes(digest)
        for digest in SealLeaf.objects.filter(seal=leaf.seal)
        .order_by("index")
        .values_list("digest", flat=True)
    ]
    return Proof(seal=leaf.seal, index=leaf.index, path=audit_path(digests, leaf.index))
