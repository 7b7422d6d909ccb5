"""What happens around each page: its session, who asks, language and print, the way to sign in."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.contrib.sessions.middleware import SessionMiddleware as DjangosSessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect

from accounts.asker import asked_by
from accounts.come_again import heard_waits
from accounts.cookies import with_signs_that_show
from accounts.preferences import language_of, large_print_of
from accounts.security_log import note_refused
from accounts.tongues import with_tongues

FORBIDDEN, NOT_THERE = 403, 404
# Answers that say “not now”, and after how many seconds to come again where nobody knows better.
NOT_NOW, COME_AGAIN = frozenset({429, 503, 507}), 30


class SessionMiddleware(DjangosSessionMiddleware):
    """A browser keeps the cookie of a session that is not found, unless it was ended just here.

    Of a code that was sent twice the second sending may come when the first has given the session
    another key: to take the cookie away would take away the one that the first answer has set.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        session = request.session
        if session.is_empty() and not session.modified:
            if session.accessed:
                patch_vary_headers(response, ("Cookie",))
            return response
        return super().process_response(request, response)


class LanguageMiddleware:
    """Set the language and `request.large_print`; the person is read once for both."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        request.large_print = large_print_of(request)  # type: ignore[attr-defined]
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if not language.startswith("zh") and _is_page(response):
            response.content = with_tongues(response.text).encode(response.charset)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            patch_vary_headers(response, ["Accept-Language"])
        return response


def _is_page(response: HttpResponse) -> bool:
    return not response.streaming and response.headers.get("Content-Type", "").startswith(
        "text/html"
    )


class AskerMiddleware:
    """Says who asks, for what counts and what is written down; and what was refused.

    Whichever page says “not now”, the answer says when to come again.
    A cookie with a character that no cookie of ours has is no cookie.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.COOKIES = with_signs_that_show(request.COOKIES)
        with asked_by(request), heard_waits() as waits:
            response = self.get_response(request)
            if response.status_code in NOT_NOW:
                response.headers.setdefault("Retry-After", str(max(waits, default=COME_AGAIN)))
            if response.status_code in {FORBIDDEN, NOT_THERE}:
                _note_refused(request, response.status_code)
        return response


def _note_refused(request: HttpRequest, answer: int) -> None:
    """Only a person who was read already: nobody is read in order to be written down.

    “Not there” is also said of what is somebody else's. Of an address that leads nowhere it is not
    written down, and of visitors only where it names a thing: others are slips of the finger.
    """
    found: Any = request.resolver_match
    person = getattr(request, "_cached_user", None)
    who = getattr(person, "pk", None)
    if answer == NOT_THERE and (found is None or (who is None and not found.captured_kwargs)):
        return
    note_refused(
        person=who,
        view=found.view_name if found else "",
        way=request.method or "",
        answer=answer,
    )


class SignInMiddleware:
    """If a request for part of a page meets a lost session, lead the whole page to sign in.

    Otherwise the sign-in page would be drawn into that part. Must come after HtmxMiddleware.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        asked_for = f"{resolve_url(settings.LOGIN_URL)}?"
        if (
            not getattr(request, "htmx", False)
            or not isinstance(response, HttpResponseRedirect)
            or not response.url.startswith(asked_for)
        ):
            return response
        page = request.htmx.current_url_abs_path  # type: ignore[attr-defined]
        return HttpResponseClientRedirect(redirect_to_login(page).url if page else response.url)
