"""A sitting that runs: opened by the chair's tablet, five members there, the first item on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation

from council.models import Meeting
from tests.council.sittings import at_the_table
from tests.world import World


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """As the sources say it."""
    with translation.override("en"):
        yield


@pytest.fixture
def meeting(world: World) -> Meeting:
    return at_the_table(world)
