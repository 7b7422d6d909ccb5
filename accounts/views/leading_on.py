"""Where somebody was going when they were asked to sign in."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest


def safe_next(request: HttpRequest) -> str:
    """The page of ours to go to afterwards; empty if it is not ours."""
    url = request.POST.get("next") or request.GET.get("next", "")
    return url if url.startswith("/") and get_adapter(request).is_safe_url(url) else ""
