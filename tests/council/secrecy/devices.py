"""A holder's device as Python: what vote-keys.js does, written a second time after RFC 9180."""

from __future__ import annotations

from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from council.secrecy.sealing import Holder

CURVE = ec.SECP256R1()


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
        """For messages, and for the points beside them."""
        return [self.agreed(message) for message in messages]

    def agreed(self, message: bytes) -> bytes:
        """With the point at its beginning; zeros where that is off the curve."""
        try:
            public = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, message[:65])
        except ValueError:
            return bytes(32)
        return self.key.exchange(ec.ECDH(), public)
