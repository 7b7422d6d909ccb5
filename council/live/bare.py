"""What answers say to browsers that no middleware of Django has seen."""

from __future__ import annotations

from functools import cache

from django.conf import settings


@cache
def bare_headers() -> tuple[tuple[bytes, bytes], ...]:
    """Read as the first is answered: whoever is loaded before the settings may name this, too."""
    by_tls = f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains".encode()
    return (
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        (b"cross-origin-resource-policy", b"same-origin"),
        (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
        *([(b"strict-transport-security", by_tls)] if settings.HTTPS else []),
    )
