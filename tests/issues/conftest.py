from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from clocks.hours import SHANGHAI
from issues.actions.ensure_policy import ensure_policy
from tests.world import World, build_world

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=SHANGHAI)


@pytest.fixture
def world(db: None) -> World:
    """The small world with the default policy in force long since."""
    ensure_policy(now=timezone.now() - timedelta(days=400))
    return build_world()


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings.MEDIA_ROOT = tmp_path
