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


def test_a_forwarded_host_is_not_believed(client: Client, world: World) -> None:
    page = client.get(f"/venues/{world.venue.code}/poster/", headers={"x-forwarded-host": FALSE})
    assert FALSE not in page.content.decode()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_methods_that_no_page_has_change_nothing(client: Client, world: World, method: str) -> None:
    for address in ("/", "/issues/", "/raise/", "/venues/", "/sign-in/"):
        assert getattr(client, method)(address).status_code in {403, 405}, address
