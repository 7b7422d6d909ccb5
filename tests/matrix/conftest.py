import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from tests.harness.remembering import memory
from tests.matrix.stage import Stage, sealed_stage
from tests.world import World


@pytest.fixture(scope="session")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For all files of a process: the pictures of the matters are stored once."""
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module")
def stage(common_world: World, media: Path) -> Iterator[Stage]:
    """One stage for all tests of a file; each test undoes what it did."""
    with override_settings(MEDIA_ROOT=media):
        with memory.of_a_file():
            built = sealed_stage(common_world)
        built.sign_all_in()
        yield built


@pytest.fixture(autouse=True, scope="module")
def _refusals_untold() -> Iterator[None]:
    """Thousands are refused here on purpose; to write each down takes longer than to ask."""
    logger = logging.getLogger("django.request")
    before = logger.level
    logger.setLevel(logging.ERROR)
    yield
    logger.setLevel(before)


@pytest.fixture(autouse=True)
def _untouched(stage: Stage, db: None) -> Iterator[None]:
    """What a test wrote is rolled back, the world stays; its people come with new cookies."""
    yield
    stage.clients.clear()
