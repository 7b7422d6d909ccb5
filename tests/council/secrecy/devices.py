"""A holder's device as Python: what keys.js does, written a second time after RFC 9180."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from council.secrecy.sealing import Holder

CURVE = ec.SECP256R1()
KEM = b"KEM\x00\x10"


class Device:
    """Has a private key, and may be told which one."""

    def __init__(self, role: str, private: bytes | None = None) -> None:
        number = None if private is None else int.from_bytes(private, "big")
        self.key = (
            ec.generate_private_key(CURVE)
            if number is None
            else ec.derive_private_key(number, CURVE)
        )
        self.role = role

    @property
    def point(self) -> bytes:
        return self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    @property
    def holder(self) -> Holder:
        return Holder(self.role, self.point)

    @property
    def private_bytes(self) -> bytes:
        return self.key.private_numbers().private_value.to_bytes(32, "big")

    def answer(self, messages: Sequence[bytes]) -> list[bytes]:
        return [self.secret(message) for message in messages]

    def secret(self, message: bytes) -> bytes:
        """The shared secret of the seal; zeros for a point off the curve."""
        enc = message[:65]
        try:
            agreed = self.key.exchange(
                ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, enc)
            )
        except ValueError:
            return bytes(32)
        extracted = hmac.digest(b"", b"HPKE-v1" + KEM + b"eae_prk" + agreed, hashlib.sha256)
        asked = b"\x00\x20HPKE-v1" + KEM + b"shared_secret" + enc + self.point
        return hmac.digest(extracted, asked + b"\x01", hashlib.sha256)
