"""Buttons that no page presses together: a form may come with the names of all of them."""

from __future__ import annotations

from itertools import combinations
from uuid import uuid4

import pytest
from django.test import Client

from grids.models import Building
from tests.harness.signing_in import signed_in
from tests.world import World

BUTTONS = ("look_up", "add_photos", "leave_out", "without_photos", "danger")


@pytest.fixture
def alike(world: World) -> World:
    """Two places that are called the same."""
    for number in ("1", "2"):
        Building.objects.create(
            grid=world.grid, estate=world.building.estate, number=f"荷塘{number}号楼"
        )
    return world


@pytest.mark.parametrize("buttons", list(combinations(BUTTONS, 2)), ids=" ".join)
def test_two_buttons_at_once_get_a_page(alike: World, buttons: tuple[str, str]) -> None:
    words = {"text": "楼道灯不亮", "look": "荷塘", "building": "", "estate": ""}
    for client in (Client(), signed_in(alike.resident)):
        sent = {"submission": str(uuid4()), **words, **dict.fromkeys(buttons, "1")}
        answer = client.post("/raise/", sent)
        assert answer.status_code in {200, 422}
        assert "楼道灯不亮" in answer.content.decode()
