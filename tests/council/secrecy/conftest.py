from __future__ import annotations

import pytest

from tests.council.secrecy.room import Room, room_of
from tests.world import World


@pytest.fixture
def room(world: World) -> Room:
    return room_of(world)
