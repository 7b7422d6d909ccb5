"""Who stands before the lock: known by their session, but without the second factor."""

from __future__ import annotations

from django.http import HttpRequest

from accounts.models import User


def locked_person(request: HttpRequest) -> User | None:
    """For everything else the request is a visitor's (`grids.middleware.GateMiddleware`)."""
    person = getattr(request, "locked_person", None)
    return person if isinstance(person, User) else None
