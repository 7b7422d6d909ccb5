from datetime import datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from clocks.hours import SHANGHAI

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=SHANGHAI)


@pytest.fixture(autouse=True)
def _own_media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
