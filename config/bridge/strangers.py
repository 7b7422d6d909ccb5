"""What anybody may write into a request's head, and only the proxy may be believed in.

A header with an underscore becomes the same key as the one with a hyphen, once it is an environ:
none passes, neither to pages nor to streams.
"""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address
from typing import Final

from council.live.protocol import Scope

FORWARDED: Final = (b"x-forwarded-", b"forwarded", b"x-real-ip")


def without_pretences(scope: Scope, *, behind_proxy: bool) -> Scope:
    """`scope` without headers that pass for another, or for the proxy's.

    The proxy stands in the network of the containers: what comes straight from a public address
    was not written by it, whatever it says.
    """
    client = scope.get("client")
    believed = behind_proxy and client is not None and is_near(client[0])
    scope["headers"] = [
        (name, value)
        for name, value in scope["headers"]
        if b"_" not in name and (believed or not name.startswith(FORWARDED))
    ]
    return scope


@lru_cache(maxsize=1024)
def is_near(address: str) -> bool:
    """Whether it is of this machine or of a private network; False for what is no address."""
    try:
        return ip_address(address).is_private
    except ValueError:
        return False
