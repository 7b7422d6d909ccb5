import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from ledger.actions.seal import seal
from tests.matrix.stage import Stage, build_stage


@pytest.fixture(scope="module")
def stage(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Stage]:
    """One world for all tests of a file; each test undoes what it did."""
    media: Path = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        built = build_stage()
        seal()
        built.sign_all_in()
        yield built
        transaction.set_rollback(True)


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
