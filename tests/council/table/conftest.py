"""The sitting that runs, opened once for all tests of a file."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest
from django.utils import translation

from council.models import Meeting
from tests.council.sittings import at_the_table
from tests.world import World


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """As the sources say it."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def opened(common_world: World) -> bytes:
    with translation.override("en"):
        return pickle.dumps(at_the_table(common_world))


@pytest.fixture
def meeting(opened: bytes, world: World) -> Meeting:
    """One's own object for each test, of the sitting that stands there for all of the file."""
    found: Meeting = pickle.loads(opened)
    return found
