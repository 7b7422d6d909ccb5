"""The pages for what went wrong."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.test import Client, RequestFactory

from acting.room import CrowdedOut
from config.bridge.body import Unread
from desks.views import errors


@pytest.fixture
def request_of_visitor() -> HttpRequest:
    request = RequestFactory().get("/somewhere/")
    request.user = AnonymousUser()
    return request


@pytest.mark.django_db
def test_an_unknown_address_answers_in_the_visitors_language(client: Client) -> None:
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    assert b'href="/issues/"' in response.content

    client.cookies["language"] = "en"
    assert "There is no such page" in client.get("/no/such/page/").content.decode()


def test_a_lost_database_still_leaves_a_page(request_of_visitor: HttpRequest) -> None:
    """No database fixture: any query here would fail the test."""
    response = errors.server_error(request_of_visitor)
    assert response.status_code == 500
    assert b"<h1>" in response.content
    assert b'href="/"' in response.content


def test_where_the_reader_could_not_be_read_the_browser_says_the_language(
    request_of_visitor: HttpRequest,
) -> None:
    request_of_visitor.COOKIES |= {"language": "en", "sessionid": "known"}
    assert b'lang="en"' in errors.server_error(request_of_visitor).content
    del request_of_visitor.COOKIES["language"]
    assert b'lang="zh-hans"' in errors.server_error(request_of_visitor).content
    other = RequestFactory(headers={"Accept-Language": "en-GB"}).get("/somewhere/")
    assert b'lang="en"' in errors.server_error(other).content


def test_too_much_at_once_is_told_as_such(request_of_visitor: HttpRequest) -> None:
    response = errors.bad_request(request_of_visitor, RequestDataTooBig())
    assert response.status_code == 413


def test_what_is_too_much_is_told_in_large_print_to_who_reads_so(
    request_of_visitor: HttpRequest,
) -> None:
    assert b'data-print="large"' not in errors.too_large(request_of_visitor).content
    request_of_visitor.COOKIES["large_print"] = "1"
    assert b'data-print="large"' in errors.too_large(request_of_visitor).content


def test_a_damaged_request_is_told_as_such(request_of_visitor: HttpRequest) -> None:
    assert errors.bad_request(request_of_visitor, ValueError()).status_code == 400


def test_a_visitor_who_may_not_look_is_offered_to_sign_in(request_of_visitor: HttpRequest) -> None:
    response = errors.forbidden(request_of_visitor, PermissionError())
    assert response.status_code == 403
    assert b'href="/sign-in/"' in response.content


def test_too_many_tries_are_answered_429(request_of_visitor: HttpRequest) -> None:
    assert errors.too_many(request_of_visitor).status_code == 429


@pytest.mark.django_db
@pytest.mark.parametrize("checks", [False, True], ids=["read by the view", "read by the check"])
def test_what_found_no_room_may_be_sent_again_and_leads_back_to_the_form(checks: bool) -> None:
    """A browser keeps what was typed for the form at that address."""
    client = Client(enforce_csrf_checks=checks)
    client.get("/raise/")
    unread: dict[str, Any] = {"wsgi.input": Unread(CrowdedOut), "CONTENT_LENGTH": "900000"}
    kind = "multipart/form-data; boundary=x"
    answer = client.generic("POST", "/raise/?venue=ZJD01", b"x", kind, **unread)
    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "一时放不下" in page
    assert 'href="/raise/?venue=ZJD01"' in page
    assert page.count("button-main") == 1, "one next thing to do, and it is not the first page"


@pytest.mark.django_db
def test_a_post_without_a_token_is_explained() -> None:
    response = Client(enforce_csrf_checks=True).post("/preferences/", {"large_print": "1"})
    assert response.status_code == 403
    assert b"page-error" in response.content


@pytest.mark.django_db
@pytest.mark.parametrize("checks", [False, True], ids=["read by the view", "read by the check"])
def test_a_flood_of_text_is_answered_413_from_anywhere(checks: bool) -> None:
    """Ten megabytes of text: no page of the request's own context could read the form again."""
    client = Client(enforce_csrf_checks=checks)
    client.get("/no/such/page/")
    response = client.post("/preferences/", {"language": "x" * 10_000_000})
    assert response.status_code == 413
    assert b"<h1>" in response.content
