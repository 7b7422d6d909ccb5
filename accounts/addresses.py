"""E-mail addresses, as we store and show them."""

import unicodedata


def normalise(typed: str) -> str:
    """The address as stored: no full-width letters, no spaces around, a lower-case domain.

    The part before the @ keeps its case, since some servers distinguish it.
    """
    local, at, domain = unicodedata.normalize("NFKC", typed).strip().rpartition("@")
    return f"{local}{at}{domain.lower()}"


def mask(address: str) -> str:
    """w***@example.org: enough to recognise one's own address, too little to write to."""
    local, at, domain = address.rpartition("@")
    return f"{local[:1]}***@{domain}" if at else ""
