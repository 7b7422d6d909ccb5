"""E-mail addresses: how we keep them, how we show them."""

import unicodedata


def normalise(typed: str) -> str:
    """Full-width letters made narrow, no space around, the domain in small letters.

    What stands before the @ is left as it is: some servers tell large letters from small.
    """
    local, at, domain = unicodedata.normalize("NFKC", typed).strip().rpartition("@")
    return f"{local}{at}{domain.lower()}"


def mask(address: str) -> str:
    """w***@example.org: enough to recognise one's own address, too little to write to."""
    local, at, domain = address.rpartition("@")
    return f"{local[:1]}***@{domain}" if at else ""
