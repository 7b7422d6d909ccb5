"""Addresses that no page of ours has and no database can be asked for."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

NUL = "\x00"


class AddressMiddleware:
    """400 for a NUL in the path or the query: PostgreSQL takes no such text to look for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if NUL in request.path or NUL in query or "%00" in query:
            raise BadRequest("NUL in an address")
        return self.get_response(request)
