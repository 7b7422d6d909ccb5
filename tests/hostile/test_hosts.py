"""A false name in the Host header is answered with 400 and never echoed into a link."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.world import World

pytestmark = pytest.mark.django_db
FALSE = "evil.example"


@pytest.mark.parametrize("address", ["/", "/issues/", "/raise/", "/sign-in/", "/record/"])
def test_a_false_host_is_refused(client: Client, world: World, address: str) -> None:
    answer = client.get(address, headers={"host": FALSE})
    assert answer.status_code == 400
    assert FALSE not in answer.content.decode()


def test_it_is_said_in_the_language_that_the_browser_asks_for(client: Client) -> None:
    """Though it is refused before anybody has asked for the reader's language."""
    answers = [
        client.get("/", headers={"host": FALSE, "accept-language": asked})
        for asked in ("en-GB,en;q=0.9", "zh-CN,en;q=0.1", "")
    ]
    client.cookies["language"] = "en"
    answers.append(client.get("/", headers={"host": FALSE, "accept-language": "zh"}))
    found = [answer.content.decode().partition('<html lang="')[2][:2] for answer in answers]
    assert found == ["en", "zh", "zh", "en"]


def test_a_forwarded_host_is_not_believed(client: Client, world: World) -> None:
    page = client.get(f"/venues/{world.venue.code}/poster/", headers={"x-forwarded-host": FALSE})
    assert FALSE not in page.content.decode()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_methods_that_no_page_has_change_nothing(client: Client, world: World, method: str) -> None:
    for address in ("/", "/issues/", "/raise/", "/venues/", "/sign-in/"):
        assert getattr(client, method)(address).status_code in {403, 405}, address
