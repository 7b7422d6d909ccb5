"""How somebody wants to read, by their own settings or the browser's cookie."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from accounts.models import User

LARGE_PRINT_COOKIE = settings.COOKIE_PREFIX + "large_print"
# Longer ones are no browser's.
LONGEST_HEADER = 400


def language_of(request: HttpRequest) -> str:
    """The language of the person, otherwise of the cookie, otherwise what the browser asks for.

    Chinese where a browser asks for neither of ours: it is the language of the place.
    """
    user = _person(request)
    if user and user.language in dict(settings.LANGUAGES):
        return user.language
    return language_of_browser(request, cookie=user is None)


def language_of_browser(request: HttpRequest, *, cookie: bool = True) -> str:
    """Without a look at the person: of the cookie, otherwise what the browser asks for."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "") if cookie else ""
    return language_asked(chosen, request.headers.get("Accept-Language", ""))


def language_asked(cookie: str, header: str) -> str:
    """Of the cookie if it names one of ours, otherwise what Accept-Language prefers."""
    return cookie if cookie in dict(settings.LANGUAGES) else language_accepted(header)


def language_accepted(header: str) -> str:
    """The first of ours that Accept-Language prefers; any Chinese is ours."""
    for wanted, _weight in parse_accept_lang_header(header[:LONGEST_HEADER]):
        main = wanted.partition("-")[0]
        if main == "zh":
            return settings.LANGUAGE_CODE
        if main in dict(settings.LANGUAGES):
            return main
    return settings.LANGUAGE_CODE


def large_print_of(request: HttpRequest) -> bool:
    user = _person(request)
    return user.large_print if user else request.COOKIES.get(LARGE_PRINT_COOKIE) == "1"


def _person(request: HttpRequest) -> User | None:
    """Without a session cookie nobody is looked up, so visitors cost no query."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    return request.user if isinstance(request.user, User) else None
