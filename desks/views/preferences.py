"""The two switches in every page's head: language and large print. Plain forms, no script."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

YEAR = 365 * 24 * 3600


@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Remember the switch that was pressed on this device and return to the page."""
    response = HttpResponseRedirect(return_path(request))
    language = request.POST.get("language")
    if language in dict(settings.LANGUAGES):
        remember(response, settings.LANGUAGE_COOKIE_NAME, str(language))
    large_print = request.POST.get("large_print")
    if large_print in {"0", "1"}:
        remember(response, "large_print", str(large_print))
    return response


def return_path(request: HttpRequest) -> str:
    """Where the form said it stood, if that is a page of ours, else home."""
    path = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        path, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return path if ours else "/"


def remember(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=YEAR,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
