from datetime import datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from clocks.hours import SHANGHAI
from tests.world import World, build_world

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=SHANGHAI)


@pytest.fixture
def world(db: None) -> World:
    return build_world()


@pytest.fixture(autouse=True)
def _own_media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
