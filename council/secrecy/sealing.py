"""A ballot is sealed once for each holder, the first holder's seal outermost.

Each seal is HPKE in base mode (RFC 9180: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM)
and reads `enc (65) || ciphertext || tag (16)`. `static/js/seal.js` does the same on a phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from council.secrecy import ballot, points

SUITE = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_128_GCM)
TAG = 16
SEAL = points.SIZE + TAG


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose device has the private key; `role` is the office, so that a key has one use."""

    role: str
    point: bytes


def info_of(vote: UUID, role: str) -> bytes:
    """Binds a seal to one vote and one office: nothing sealed for another opens here."""
    return f"pavilion ballot 1|{vote}|{role}".encode()


def sealed(message: bytes, vote: UUID, holders: Sequence[Holder]) -> bytes:
    for holder in reversed(holders):
        key = points.public_key(holder.point)
        message = SUITE.encrypt(message, key, info_of(vote, holder.role))
    return message


def size_of_sealed(holders: int) -> int:
    """Known from the number of seals alone: 178 bytes for two, whatever was chosen."""
    return ballot.SIZE + holders * SEAL
