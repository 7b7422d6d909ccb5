import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import RequestFactory

from accounts.models import User
from acting.queries.owner import owner_of
from tests.accounts.factories import make_user

pytestmark = pytest.mark.django_db


def request_of(user: User | AnonymousUser) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user, request.session = user, SessionStore()
    return request


def test_a_person_owns_by_their_number_in_our_books() -> None:
    user = make_user()

    assert owner_of(request_of(user)) == f"user:{user.pk}"


def test_a_visitor_gets_a_session_and_keeps_it() -> None:
    request = request_of(AnonymousUser())

    owner = owner_of(request)

    assert owner.startswith("session:")
    assert owner_of(request) == owner
    assert request.session.session_key


def test_two_visitors_are_two_owners_and_the_session_key_is_not_shown() -> None:
    one, other = request_of(AnonymousUser()), request_of(AnonymousUser())

    assert owner_of(one) != owner_of(other)
    assert str(one.session.session_key) not in owner_of(one)
