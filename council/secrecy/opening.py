"""A message is opened with what a holder's device agrees on with the seal's point (ECDH).

The device gives no AES key and nonce: for any ciphertext somebody can search a key under which
the tag holds too (GCM commits to no key; four thousand million tries while the nonce is free), and
so make a valid ballot invalid. Key and nonce that follow from what was agreed on by HKDF leave no
such freedom, and they bind the opening to the vote and the office by `info`. That the device agreed
on the right thing is checked apart (`council.secrecy.checks`).
"""

from __future__ import annotations

import hmac
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from council.secrecy import points
from council.secrecy.sealing import SEAL

# What a device gives for one message.
SIZE = 32
_KEY, _NONCE = 16, 12
_BASE_MODE = b"\x00"
_KEM_ID = b"KEM\x00\x10"
# "HPKE" and the numbers of KEM, KDF and AEAD.
_SUITE_ID = b"HPKE\x00\x10\x00\x01\x00\x01"


class DoesNotOpen(Exception):
    """The answer is not true of this message, or its seal was never a good one."""


def can_be_opened(message: bytes) -> bool:
    """Whether a key could be agreed on at all: otherwise the sealer has spoilt it."""
    return len(message) >= SEAL and points.is_point(message[: points.SIZE])


def opened(message: bytes, agreed: bytes, *, holder: bytes, info: bytes) -> bytes:
    """`holder` is the public key for which it was sealed. Raises DoesNotOpen."""
    if not can_be_opened(message) or len(agreed) != SIZE:
        raise DoesNotOpen
    secret = shared_secret(agreed, message[: points.SIZE], holder)
    key, nonce = key_and_nonce(secret, info)
    try:
        return AESGCM(key).decrypt(nonce, message[points.SIZE :], None)
    except InvalidTag as wrong:
        raise DoesNotOpen from wrong


def shared_secret(agreed: bytes, enc: bytes, holder: bytes) -> bytes:
    """What DHKEM makes of it (RFC 9180, section 4.1)."""
    asked = b"\x00\x20HPKE-v1" + _KEM_ID + b"shared_secret" + enc + holder
    pseudorandom = hmac.digest(b"", b"HPKE-v1" + _KEM_ID + b"eae_prk" + agreed, "sha256")
    return hmac.digest(pseudorandom, asked + b"\x01", "sha256")


def key_and_nonce(secret: bytes, info: bytes) -> tuple[bytes, bytes]:
    """The key schedule of RFC 9180, section 5.1, for the first message of a context."""
    context = _context(info)
    pseudorandom = _extract(secret, b"secret", b"")
    return (
        _expand(pseudorandom, b"key", context, _KEY),
        _expand(pseudorandom, b"base_nonce", context, _NONCE),
    )


@lru_cache(maxsize=64)
def _context(info: bytes) -> bytes:
    return _BASE_MODE + _extract(b"", b"psk_id_hash", b"") + _extract(b"", b"info_hash", info)


def _extract(salt: bytes, label: bytes, secret: bytes) -> bytes:
    return hmac.digest(salt, b"HPKE-v1" + _SUITE_ID + label + secret, "sha256")


def _expand(key: bytes, label: bytes, context: bytes, length: int) -> bytes:
    """One block of HKDF is enough for what is asked here."""
    asked = length.to_bytes(2, "big") + b"HPKE-v1" + _SUITE_ID + label + context
    return hmac.digest(key, asked + b"\x01", "sha256")[:length]
