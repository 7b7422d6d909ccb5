"""The two switches in every page's head."""

import pytest
from django.test import Client

from accounts.models import User


@pytest.mark.django_db
def test_a_visitor_switches_to_english_and_stays_on_the_page(client: Client) -> None:
    response = client.post("/preferences/", {"language": "en", "next": "/issues/?page=2"})
    assert response.status_code == 302
    assert response.headers["Location"] == "/issues/?page=2"
    assert client.cookies["language"].value == "en"
    assert client.cookies["language"]["httponly"]


@pytest.mark.django_db
def test_large_print_marks_every_following_page(client: Client) -> None:
    client.post("/preferences/", {"large_print": "1", "next": "/"})
    assert b'data-print="large"' in client.get("/no/such/page/").content
    client.post("/preferences/", {"large_print": "0", "next": "/"})
    assert b'data-print="large"' not in client.get("/no/such/page/").content


@pytest.mark.django_db
def test_a_signed_in_person_finds_the_switches_on_every_device(client: Client) -> None:
    person = User.objects.create_user("+8613800000001", name="Auntie Zhang")
    bystander = User.objects.create_user("+8613800000002", name="Old Li")
    client.force_login(person)
    client.post("/preferences/", {"language": "en", "large_print": "1"})
    person.refresh_from_db()
    bystander.refresh_from_db()
    assert (person.language, person.large_print) == ("en", True)
    assert (bystander.language, bystander.large_print) == ("zh-hans", False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:1", ""]
)
def test_nobody_is_led_away_from_the_site(client: Client, path: str) -> None:
    response = client.post("/preferences/", {"language": "en", "next": path})
    assert response.headers["Location"] == "/"


@pytest.mark.django_db
def test_an_unknown_language_changes_nothing(client: Client) -> None:
    client.post("/preferences/", {"language": "klingon", "large_print": "maybe"})
    assert "language" not in client.cookies
    assert "large_print" not in client.cookies


@pytest.mark.django_db
def test_the_switches_are_pressed_not_followed(client: Client) -> None:
    assert client.get("/preferences/").status_code == 405
