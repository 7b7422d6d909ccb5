"""The answer to an address from which too much comes before anybody is signed in."""

from __future__ import annotations

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse

from accounts.limits import reached


def too_many(request: HttpRequest, name: str) -> HttpResponse | None:
    """Count one more of `name`, as the settings' LIMITS call it; None if there may be more.

    People must get in where nothing can be counted: the limits of each number and person still
    hold.
    """
    limit = reached(name, person=None)
    if limit is None:
        return None
    answer: HttpResponse = ratelimit.respond_429(request)
    return answer
