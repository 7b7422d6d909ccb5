from __future__ import annotations

import pytest

from council.models import Council, Meeting
from tests.council.held import held
from tests.world import World


@pytest.fixture
def sitting(world: World, council: Council) -> Meeting:
    return held(world, council)
