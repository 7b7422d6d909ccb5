"""What the frame of every page needs; it reads nothing but the person and their posts."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from desks.navigation import navigation

VERSION = "0.1"


def page(request: HttpRequest) -> dict[str, Any]:
    return {
        "shelf": shelf_of(request),
        "large_print": getattr(request, "large_print", False),
        # Chats need a whole address. It does not come from the request: a page that refuses a wrong
        # host would ask for that host, and be refused again while it is drawn.
        "site": settings.SITE_URL,
        "navigation": navigation(request.path, posted=stands_somewhere(request)),
        "here": here_of(request),
        "owed_words": len(getattr(getattr(request, "user", None), "owed_words", None) or ()),
        "place_name": getattr(request, "place_name", ""),
        "product_version": VERSION,
    }


def here_of(request: HttpRequest) -> str:
    """The address under which this page is met again, also where it answers a form."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    leads_on = request.POST.get("next", "")
    return f"{request.path}?{urlencode({'next': leads_on})}" if leads_on else request.path


def stands_somewhere(request: HttpRequest) -> bool:
    """Whether the signed-in person holds a post now; for visitors no query is made."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return False
    standing = getattr(request, "standing", None)
    return bool(standing is not None and standing.is_posted)


def shelf_of(request: HttpRequest) -> str:
    """A mark for the person whose drafts a browser puts back; it tells nobody who that is."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return ""
    return salted_hmac("desks.shelf", str(user.pk), algorithm="sha256").hexdigest()[:16]
