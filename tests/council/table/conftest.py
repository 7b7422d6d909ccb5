"""A sitting that runs: opened by the chair's tablet, five members there, the first item on."""

from __future__ import annotations

import pytest

from council.models import Meeting
from tests.council.sittings import at_the_table
from tests.world import World


@pytest.fixture
def meeting(world: World) -> Meeting:
    return at_the_table(world)
