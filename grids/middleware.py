"""Who stands behind a request: what their session is worth, and what posts they hold."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from accounts.enums import Worth
from accounts.models import User
from accounts.presence import Limits, Presence, worth_of
from accounts.sign_in import sign_out
from accounts.with_person import posts_of
from grids.queries.standing import standing_of
from grids.standing import VISITOR, Standing
from notifications.views.news import ADDRESS as ASKED_BY_THE_PAGE_ITSELF


class StandingMiddleware:
    """`request.standing` costs one query at its first use, and none for a visitor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.standing = SimpleLazyObject(lambda: _read(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def _read(request: HttpRequest) -> Standing:
    person = request.user
    return standing_of(person, now=timezone.now()) if isinstance(person, User) else VISITOR


def standing_in(request: HttpRequest) -> Standing:
    """The standing of the request's person, for views that are checked for types."""
    standing: Standing = request.standing  # type: ignore[attr-defined]
    return standing


class GateMiddleware:
    """Ends sessions of people with a post that have lasted too long, and locks idle ones.

    A locked person is a visitor to every page but the lock's own: so no view has to know of it, and
    a form that is sent meanwhile is answered as after any lost session, with what was typed.
    It reads the session and the person, who were read for the language already.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and isinstance(request.user, User):
            _judge(request, request.user)
        return self.get_response(request)


def _judge(request: HttpRequest, person: User) -> None:
    by_itself = request.path_info == ASKED_BY_THE_PAGE_ITSELF
    now, posts = timezone.now().timestamp(), posts_of(person)
    worth = worth_of(request.session, posts, now=now)
    if worth is Worth.OVER and not by_itself:
        sign_out(request)
        if request.method == "GET":
            messages.info(request, _("Your session as staff has ended. Please sign in again."))
    elif worth is not Worth.WHOLE:
        request.locked_person = person  # type: ignore[attr-defined]
        request.user = AnonymousUser()
    elif not by_itself:
        _note_use(request, posts, now=now)


def _note_use(request: HttpRequest, posts: frozenset[int], *, now: float) -> None:
    """Note that the session was used.

    Open pages that ask for news by themselves don't get here; otherwise nobody would ever be idle.
    """
    presence = Presence.in_session(request.session)
    if presence is None:
        if not posts or not Limits.of_settings().hold:
            return
        presence = Presence(since=now, seen=now)
    used = presence.used(posts, now=now)
    if used is not presence:
        used.keep(request.session)
