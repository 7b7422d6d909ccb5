"""Of gas only those speak who have a number to call."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.world import World

PAGES = ("/raise/", "/contact/", "/venues/ZJD01/poster/", "/raise/?venue=ZJD01")


@pytest.mark.parametrize("path", PAGES)
def test_gas_is_named_only_with_the_number_of_the_community(
    world: World, client: Client, path: str
) -> None:
    shown = client.get(path).content.decode()
    assert "119" in shown
    assert "燃气" not in shown
    world.community.gas_phone = "0533-2180777"
    world.community.save()
    assert "0533-2180777" in client.get(path).content.decode()
