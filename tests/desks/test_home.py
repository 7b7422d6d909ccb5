from __future__ import annotations

import pytest
from django.test import Client

from tests.world import World

pytestmark = pytest.mark.django_db


def test_an_empty_home_says_what_to_do(client: Client) -> None:
    assert client.get("/").status_code == 200


def test_the_chosen_grid_is_remembered(client: Client, world: World) -> None:
    answer = client.post("/grid/", {"grid": world.other_grid.code, "next": "/"})
    assert answer.cookies["grid"].value == world.other_grid.code
    assert world.other_grid.short_name in client.get("/").content.decode()


def test_an_unknown_grid_and_a_foreign_address_are_not_followed(
    client: Client,
    world: World,
) -> None:
    answer = client.post("/grid/", {"grid": "NOPE", "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"
    assert "grid" not in answer.cookies
