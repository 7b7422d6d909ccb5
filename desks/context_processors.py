"""What the frame of every page needs; it reads nothing but the person and their posts."""

from typing import Any

from django.http import HttpRequest

from desks.navigation import navigation

VERSION = "0.1"


def page(request: HttpRequest) -> dict[str, Any]:
    return {
        "large_print": getattr(request, "large_print", False),
        "navigation": navigation(request.path, posted=stands_somewhere(request)),
        "here": request.get_full_path() if request.method in {"GET", "HEAD"} else request.path,
        "place_name": getattr(request, "place_name", ""),
        "product_version": VERSION,
    }


def stands_somewhere(request: HttpRequest) -> bool:
    """Whether the signed-in person holds a post now; for visitors no query is made."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return False
    standing = getattr(request, "standing", None)
    return bool(standing is not None and standing.is_posted)
