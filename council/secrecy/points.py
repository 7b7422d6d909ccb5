"""Public keys as they travel: a point of P-256, uncompressed."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric import ec

SIZE = 65
_CURVE = ec.SECP256R1()


def is_point(data: bytes) -> bool:
    """Whether it lies on the curve; one that doesn't would give parts of a private key away."""
    try:
        public_key(data)
    except ValueError:
        return False
    return True


def public_key(point: bytes) -> ec.EllipticCurvePublicKey:
    """Raises ValueError for what is no uncompressed point of the curve."""
    if len(point) != SIZE:
        raise ValueError("An uncompressed point of P-256 has 65 bytes.")
    return ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, point)
