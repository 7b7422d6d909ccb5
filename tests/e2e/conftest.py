from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.e2e.seed import add_a_choice
from tests.harness.common_site import Common
from tests.world import World


@dataclass(frozen=True)
class Town:
    """The small world behind a real web server, for all tests of a file."""

    world: World
    url: str


@pytest.fixture(scope="module")
def town(common_site: Common) -> Town:
    add_a_choice(common_site.world)
    return Town(common_site.world, common_site.url)
