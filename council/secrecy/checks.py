"""Whether a holder's device told the truth about a seal that does not open.

A device answers for a message with what it agrees on with its key (the first coordinate of the
private number times the seal's point E). Nothing tells by itself whether that is true: so each
message goes with a second point that only the server can relate to it, Q = s·E + t·G, with s and t
kept to itself. A true answer A and the true answer for Q fit: sk·Q = s·A + t·(public key). Whoever
makes up another A' needs an answer for Q that differs by s·(A' - A), and Q says nothing of s, since
t is chosen anew for it: even somebody who knows the private key guesses s, one in 2^78.

Only first coordinates are given, so the signs of both are open; that is four guesses for one.
"""

from __future__ import annotations

import hmac

from cryptography.hazmat.primitives.asymmetric import ec

from council.secrecy import curve, points
from council.secrecy.opening import SIZE, can_be_opened

# Bytes. Somebody has one guess in each request.
FACTOR = 10


def check_of(message: bytes, seed: bytes) -> bytes:
    """The second point that the device is asked for beside this message."""
    factor, summand = _numbers(message, seed)
    point = _times_base(summand)
    if can_be_opened(message):
        point = curve.plus(curve.times(factor, _sealed_with(message)), point)
    return curve.bytes_of(point)


def fits(message: bytes, answer: bytes, checked: bytes, *, holder: bytes, seed: bytes) -> bool:
    """Whether `answer` is true of `message`, by what the device answered for its second point.

    `holder` is the device's public key. Where it fits and the message still does not open, the
    sealer has spoilt it.
    """
    if len(answer) != SIZE or len(checked) != SIZE:
        return False
    factor, summand = _numbers(message, seed)
    agreed = curve.times(factor, curve.lifted(int.from_bytes(answer, "big")))
    if agreed is None:
        return False
    rest = curve.times(summand, curve.point_of(holder))
    true = {curve.plus(one, rest) for one in (agreed, curve.opposite(agreed))}
    return int.from_bytes(checked, "big") in {one[0] for one in true if one is not None}


def _numbers(message: bytes, seed: bytes) -> tuple[int, int]:
    """The same whenever they are asked for, and unknown to whoever has not the seed."""
    factor = hmac.digest(seed, b"factor" + message, "sha256")[:FACTOR]
    summand = hmac.digest(seed, b"summand" + message, "sha512")
    return (
        1 + int.from_bytes(factor, "big"),
        1 + int.from_bytes(summand, "big") % (curve.ORDER - 1),
    )


def _sealed_with(message: bytes) -> curve.Point:
    return curve.point_of(message[: points.SIZE])


def _times_base(number: int) -> curve.Point:
    public = ec.derive_private_key(number, ec.SECP256R1()).public_key().public_numbers()
    return public.x, public.y
