"""Pages for what went wrong, in plain words: what happened, what is kept, what to do now."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.template.loader import render_to_string
from django.utils import translation

from accounts.preferences import LARGE_PRINT_COOKIE, language_of_browser
from acting.faults import Fault, fault_of
from acting.room import CROWDED_OUT, CrowdedOut
from desks.views.unavailable import sentence_of, unavailable

# Shown if not even the frame of the page can be rendered.
BARE = (
    '<!doctype html><html lang="zh-hans"><meta charset="utf-8"><title>议事亭</title>'
    "<h1>出了点问题，请过几分钟再试。</h1>"
    '<p lang="en">Something went wrong. Please try again in a few minutes.</p>'
    '<p><a href="/">议事亭</a></p></html>'
)
Page = TypeVar("Page", bound=Callable[..., HttpResponse])


def in_the_readers_language(page: Page) -> Page:
    """Also where something refuses before the reader's language is known, as a false host is."""

    @wraps(page)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override(language_for(request)):
            return page(request, *args, **kwargs)

    return cast("Page", answer)


def language_for(request: HttpRequest) -> str:
    """The reader's; where nobody was read, the browser's is all there is."""
    return getattr(request, "LANGUAGE_CODE", "") or language_of_browser(request)


@in_the_readers_language
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, CrowdedOut):
        return unavailable(request, str(CROWDED_OUT))
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return too_large(request, exception)
    return render(request, "errors/400.html", status=400)


@in_the_readers_language
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


@in_the_readers_language
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Where an address names a thing, a visitor learns no more than that it isn't public.

    One answer for what there is and for what there isn't, and the way to it for whose it is.
    """
    found = getattr(request, "resolver_match", None)
    names_a_thing = found is not None and bool(found.captured_kwargs)
    template = "errors/not_public.html" if names_a_thing else "errors/404.html"
    return render(request, template, {"way_in": way_in(request)}, status=404)


def way_in(request: HttpRequest) -> str:
    """To signing in, and from there back to what was asked for; "" for who is signed in."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return ""
    asked = request.get_full_path() if request.method in {"GET", "HEAD"} else ""
    query = f"?{urlencode({'next': asked})}" if asked else ""
    return f"{resolve_url(settings.LOGIN_URL)}{query}"


@in_the_readers_language
def too_large(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Rendered without the request's context, since reading its form again would raise again."""
    return bare(request, "errors/413.html", status=413)


@in_the_readers_language
def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/429.html", status=429)


@in_the_readers_language
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "errors/csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Rendered without the request's context, so that a lost database can't break it too.

    Where the database is away it is nobody's fault and soon over: 503.
    What it could not do right now is said with what was sent (`unavailable`).
    """
    error = sys.exc_info()[1]
    away = fault_of(error) is Fault.CUT
    template, status = ("errors/503.html", 503) if away else ("errors/500.html", 500)
    try:
        with translation.override(language_for(request)):
            if sentence := sentence_of(error):
                return unavailable(request, sentence)
            answer = bare(request, template, status=status)
    except Exception:
        answer = HttpResponse(BARE, status=status)
    return answer


def bare(request: HttpRequest, template: str, *, status: int) -> HttpResponse:
    """Render a page from nothing of the request but its cookies."""
    large_print = request.COOKIES.get(LARGE_PRINT_COOKIE) == "1"
    return HttpResponse(render_to_string(template, {"large_print": large_print}), status=status)
