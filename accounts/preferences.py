"""How somebody wants to read, by their own settings or the browser's cookie."""

from django.conf import settings
from django.http import HttpRequest

from accounts.models import User

LARGE_PRINT_COOKIE = "large_print"


def language_of(request: HttpRequest) -> str:
    """The language of the person, otherwise of the cookie, otherwise Chinese.

    Accept-Language is not asked, since cheap phones often say English.
    """
    user = _person(request)
    language = user.language if user else request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def large_print_of(request: HttpRequest) -> bool:
    user = _person(request)
    return user.large_print if user else request.COOKIES.get(LARGE_PRINT_COOKIE) == "1"


def _person(request: HttpRequest) -> User | None:
    """Without a session cookie nobody is looked up, so visitors cost no query."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    return request.user if isinstance(request.user, User) else None
