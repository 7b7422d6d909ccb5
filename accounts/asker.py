"""Who sent the request under way. Limits and the security log read it here.

So no call in between has to hand it on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from allauth.account.adapter import get_adapter
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

# One line of IPv6 has 2**64 addresses, so all of them count as one.
OF_ONE_LINE = 64


@dataclass(frozen=True, slots=True)
class Asker:
    """`address` is a keyed digest: enough to count by, too little to find anybody."""

    address: str


_asker: ContextVar[Asker | None] = ContextVar("asker", default=None)


def asker() -> Asker | None:
    """None where no request is under way: for clocks, commands and what fills the demo."""
    return _asker.get()


@contextmanager
def asked_by(request: HttpRequest) -> Iterator[None]:
    token = _asker.set(Asker(address=digest(network_of(get_adapter().get_client_ip(request)))))
    try:
        yield
    finally:
        _asker.reset(token)


def network_of(address: str) -> str:
    """The address itself; for IPv6 the network that belongs to one line."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if isinstance(known, IPv6Address):
        return str(known.ipv4_mapped or int(known) >> (128 - OF_ONE_LINE))
    return str(known)


def digest(value: str) -> str:
    """Keyed. It stays the same from day to day, so all that one person did can be found."""
    return salted_hmac("accounts.asker", value, algorithm="sha256").hexdigest()[:16]


def digest_of_person(person_id: int | None) -> str:
    return "" if person_id is None else digest(f"person {person_id}")
