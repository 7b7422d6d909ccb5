"""Whether somebody on the way could read along."""

from __future__ import annotations

from django.http import HttpRequest

LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})


def is_private(request: HttpRequest) -> bool:
    """HTTPS, or the machine itself; only there do browsers have WebCrypto, and secret votes go."""
    host = request.get_host()
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    return request.is_secure() or name in LOCAL
