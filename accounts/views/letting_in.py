"""From the phone code by way of the second factor to where somebody was going."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils import timezone

from accounts.actions.devices import move_device
from accounts.models import User
from accounts.presence import note_factor
from accounts.queries.visitor import visitor_of
from accounts.sessions import keep_session
from accounts.sign_in import announce_signed_in
from accounts.with_person import person_of_session, posts_of


def asks_factors() -> bool:
    """Whether this site asks whoever holds a post for a second factor."""
    asks: bool = settings.SECOND_FACTOR
    return asks


def wants_factor(person: User | None) -> bool:
    return asks_factors() and bool(posts_of(person))


def address_of_factor(next_url: str, *, page: str = "accounts:second_factor") -> str:
    query = f"?{urlencode({'next': next_url})}" if next_url else ""
    return reverse(page) + query


def by_way_of_factor(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """`response` leads on whoever has just signed in; who holds a post goes round by the lock."""
    if not asks_factors() or not isinstance(response, HttpResponseRedirect):
        return response
    if not wants_factor(person_of_session(request.user.pk)):
        return response
    leads = response.url
    return redirect(address_of_factor("" if leads == after_sign_in() else leads))


def after_sign_in() -> str:
    return resolve_url(settings.LOGIN_REDIRECT_URL)


def let_in(request: HttpRequest, person: User) -> None:
    """The factor was right. The session gets another key, as at every gain of rights."""
    visitor, before = visitor_of(request), str(request.session.session_key)
    request.session.cycle_key()
    move_device(before, str(request.session.session_key), actor=person)
    note_factor(request.session, now=timezone.now().timestamp())
    keep_session(request.session)
    request.user = person
    announce_signed_in(request, person, visitor=visitor)
