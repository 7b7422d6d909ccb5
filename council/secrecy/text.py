"""Bytes as they stand in forms and pages: base64 for URLs, without padding."""

from __future__ import annotations

import base64
import binascii


def text_of(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def bytes_of(text: str) -> bytes | None:
    """None for what `text_of` never writes: one message has one text."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if text_of(data) == text else None
