"""Who sent the request under way. Limits and the security log read it here.

So no call in between has to hand it on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from accounts.networks import line_of


@dataclass(frozen=True, slots=True)
class Asker:
    """`address` is a keyed digest: enough to count by, too little to find anybody."""

    address: str


_asker: ContextVar[Asker | None] = ContextVar("asker", default=None)


def asker() -> Asker | None:
    """None where no request is under way: for clocks, commands and what fills the demo."""
    return _asker.get()


def asked_by(request: HttpRequest) -> AbstractContextManager[None]:
    return asked_from(get_adapter().get_client_ip(request))


@contextmanager
def asked_from(address: str) -> Iterator[None]:
    """For what is answered before Django has read the request."""
    token = _asker.set(Asker(address=digest(line_of(address))))
    try:
        yield
    finally:
        _asker.reset(token)


def digest(value: str) -> str:
    """Keyed. It stays the same from day to day, so all that one person did can be found."""
    return salted_hmac("accounts.asker", value, algorithm="sha256").hexdigest()[:16]


def digest_of_person(person_id: int | None) -> str:
    return "" if person_id is None else digest(f"person {person_id}")
