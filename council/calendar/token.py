"""The secret part of a personal feed's address."""

from __future__ import annotations

import hmac
from typing import Final
from uuid import UUID

from django.utils.crypto import salted_hmac

HEX: Final = 32
SECRET: Final = 40


def token_of(uid: UUID) -> str:
    """The same for the same row; nobody makes it from the database alone."""
    return uid.hex + _secret(uid)


def uid_in(token: str) -> UUID | None:
    """The row that a token names, if it is one of ours."""
    try:
        uid = UUID(token[:HEX])
    except ValueError:
        return None
    return uid if hmac.compare_digest(token_of(uid).encode(), token.encode()) else None


def _secret(uid: UUID) -> str:
    return salted_hmac("council.calendar", uid.hex, algorithm="sha256").hexdigest()[:SECRET]
