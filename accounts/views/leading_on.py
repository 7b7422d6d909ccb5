"""Where somebody was going when they were asked to sign in."""

from django.http import HttpRequest

from accounts.own_paths import own_path


def safe_next(request: HttpRequest) -> str:
    """The page of ours to go to afterwards; empty if it is not ours."""
    return own_path(request.POST.get("next") or request.GET.get("next", ""), request)
