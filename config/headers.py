"""What every answer says to browsers: whose it is, what it may use, and how long it may be kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.signals import user_logged_out
from django.http import HttpRequest, HttpResponse

# Where one stands is asked by the button of a new matter alone (static/js/position.js).
MAY_USE: Final = (
    "camera=(), display-capture=(), microphone=(), payment=(), usb=(), geolocation=(self)"
)
NEVER_KEPT: Final = "private, no-store"
# Not "cookies" or "storage": language, print and what others began to write on this device stay;
# what was the person's own is taken by `data-forget` (decision 0077).
CLEARED: Final = '"cache"'


class HeadersMiddleware:
    """Stands outermost, so that static files and errors have these headers too.

    A browser with a session keeps no page that does not say itself how long it may be kept: after
    signing out, going back asks the server. Ending a session throws away what it has kept.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", MAY_USE)
        session = settings.SESSION_COOKIE_NAME
        if session in request.COOKIES or session in response.cookies:
            response.headers.setdefault("Cache-Control", NEVER_KEPT)
        if getattr(request, "has_signed_out", False):
            response.headers["Clear-Site-Data"] = CLEARED
        return response


def note_signing_out(request: HttpRequest | None, **_told: Any) -> None:
    if request is not None:
        request.has_signed_out = True  # type: ignore[attr-defined]


user_logged_out.connect(note_signing_out)
