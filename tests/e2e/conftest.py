from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from pytest_django import DjangoDbBlocker

from tests.e2e.seed import build_walk_world
from tests.harness.world import open_world
from tests.world import World


@dataclass(frozen=True)
class Town:
    """The small world behind a real web server, for all tests of a file."""

    world: World
    url: str


@pytest.fixture(scope="module")
def town(
    django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("town")
    with open_world(folder, django_db_blocker, PAVILION_DEMO="1") as live:
        yield Town(build_walk_world(), live.start_web().url)
