"""Give every request `request.standing`, the standing of its person, read at its first use."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from accounts.models import User
from grids.queries.standing import standing_of
from grids.standing import VISITOR, Standing


class StandingMiddleware:
    """`request.standing` costs one query at its first use, and none for a visitor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.standing = SimpleLazyObject(lambda: _read(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def _read(request: HttpRequest) -> Standing:
    person = request.user
    return standing_of(person, now=timezone.now()) if isinstance(person, User) else VISITOR


def standing_in(request: HttpRequest) -> Standing:
    """The standing of the request's person, for views that are checked for types."""
    standing: Standing = request.standing  # type: ignore[attr-defined]
    return standing
