import logging
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client, RequestFactory

from accounts import sign_in as registry
from accounts.models import User
from tests.accounts.factories import make_user
from tests.accounts.walking import ask_for_code, enter_code, last_code

pytestmark = pytest.mark.django_db


@pytest.fixture
def _no_others() -> Iterator[None]:
    """The callables of the other apps stand aside while these are tried."""
    registered = registry._registered[:]
    registry._registered.clear()
    yield
    registry._registered[:] = registered


@pytest.mark.usefixtures("_no_others")
def test_who_registered_hears_of_a_sign_in_with_the_visitor_from_before(client: Client) -> None:
    heard: list[tuple[User, str]] = []

    @registry.on_signed_in
    def listen(request: HttpRequest, user: User, visitor: str) -> None:
        heard.append((user, visitor))

    registry.on_signed_in(listen)
    ask_for_code(client, "13800138000")
    session_key = client.session.session_key
    enter_code(client, last_code())

    [(user, visitor)] = heard
    assert user.phone == "+8613800138000"
    assert visitor
    assert str(session_key) not in visitor


@pytest.mark.usefixtures("_no_others")
def test_one_that_fails_holds_up_neither_the_person_nor_the_others(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[User] = []

    @registry.on_signed_in
    def fail(request: HttpRequest, user: User, visitor: str) -> None:
        raise LookupError

    @registry.on_signed_in
    def listen(request: HttpRequest, user: User, visitor: str) -> None:
        heard.append(user)

    ask_for_code(client, "13800138000")
    with caplog.at_level(logging.ERROR):
        enter_code(client, last_code())

    assert "_auth_user_id" in client.session
    assert len(heard) == 1
    assert "fail failed after a sign-in" in caplog.text


@pytest.mark.usefixtures("_no_others")
def test_who_becomes_another_person_takes_nothing_of_the_first_along() -> None:
    heard: list[str] = []

    @registry.on_signed_in
    def listen(request: HttpRequest, user: User, visitor: str) -> None:
        heard.append(visitor)

    request = RequestFactory().post("/demo/")
    request.session, request.user = SessionStore(), AnonymousUser()
    registry.sign_in_as(request, make_user(), by="persona")
    assert len(heard) == 1
    request.session["draft_token"] = "of the first"

    other = make_user()
    registry.sign_in_as(request, other, by="persona")

    assert len(heard) == 1
    assert "draft_token" not in request.session
    assert request.user.pk == other.pk
