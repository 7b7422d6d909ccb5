"""Nothing new: said before session, person and language are read, so it costs one index probe."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from notifications.queries.happenings import version_of
from notifications.views.news import ADDRESS
from notifications.watching import watch_of


class NothingNewMiddleware:
    """Comes before everything that asks who is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        known = request.headers.get("If-None-Match", "")
        if known and request.method == "GET" and request.path_info == ADDRESS:
            watch = watch_of(request.GET.get("of", ""))
            if watch is not None and f'"{version_of(watch.places)}"' == known.removeprefix("W/"):
                response = HttpResponseNotModified()
                response["ETag"] = known
                return response
        return self.get_response(request)
