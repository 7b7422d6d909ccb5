"""A notice is read once the page that it leads to is seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from accounts.models import User
from notifications.actions.mark_read import mark_seen

View = Callable[..., HttpResponse]


def seen(request: HttpRequest, path: str = "") -> None:
    """Whoever is signed in has what stands at `path` before them, by default this page."""
    fetched_ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    if isinstance(request.user, User) and request.method == "GET" and not fetched_ahead:
        mark_seen(request.user, path or request.path, now=timezone.now())


def marks_seen(view: View) -> View:
    """For pages that notices lead to, unless they know of themselves that none does."""

    @wraps(view)
    def marking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            seen(request)
        return response

    return marking
