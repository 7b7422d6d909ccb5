"""The two switches in every page's head: language and large print. Plain forms, no script."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from accounts.actions.preferences import set_preferences
from accounts.models import User
from accounts.own_paths import own_path
from accounts.preferences import LARGE_PRINT_COOKIE

YEAR = 365 * 24 * 3600


@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Remember the pressed switch, on this device and for the person, and return to the page."""
    language = request.POST.get("language")
    language = language if language in dict(settings.LANGUAGES) else None
    wanted = request.POST.get("large_print")
    large_print = wanted == "1" if wanted in {"0", "1"} else None
    if isinstance(request.user, User):
        set_preferences(
            request.user, actor=request.user, language=language, large_print=large_print
        )
    response = HttpResponseRedirect(return_path(request))
    if language is not None:
        remember(response, settings.LANGUAGE_COOKIE_NAME, language)
    if large_print is not None:
        remember(response, LARGE_PRINT_COOKIE, "1" if large_print else "0")
    return response


def return_path(request: HttpRequest) -> str:
    """Where the form said it stood, if that is a page of ours, otherwise home."""
    return own_path(request.POST.get("next", ""), request) or "/"


def remember(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=YEAR,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
