"""What every page's frame needs; costs no query of its own."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from desks.navigation import navigation

VERSION = "0.1"


def page(request: HttpRequest) -> dict[str, Any]:
    return {
        "demo": settings.DEMO,
        "large_print": large_print(request),
        "navigation": navigation(request.path),
        "here": request.get_full_path() if request.method in {"GET", "HEAD"} else request.path,
        "place_name": getattr(request, "place_name", ""),
        "desk_path": "/desk/" if stands_somewhere(request) else "",
        "version": VERSION,
    }


def large_print(request: HttpRequest) -> bool:
    """The switch pressed on this device, else the account's wish."""
    chosen = request.COOKIES.get("large_print")
    if chosen in {"0", "1"}:
        return chosen == "1"
    user = getattr(request, "user", None)
    return bool(user is not None and user.is_authenticated and user.large_print)


def stands_somewhere(request: HttpRequest) -> bool:
    standing = getattr(request, "standing", None)
    return bool(standing is not None and standing.is_posted)
