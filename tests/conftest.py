"""What every test gets; fixtures of one app live beside its tests."""

import gc
import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import override_settings
from hypothesis import HealthCheck
from hypothesis import settings as inventing

pytest_plugins = ["tests.harness.fixtures", "tests.harness.standing", "tests.harness.browser"]

# Playwright keeps a loop running in the thread of the test, where Django would refuse the ORM.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# What Hypothesis invents is tried however slow the machine is just then.
inventing.register_profile("slow", deadline=None, suppress_health_check=[HealthCheck.too_slow])
inventing.load_profile("slow")

# Under every page, context and browser of Playwright, and under no fixture that is called so.
IN_A_BROWSER = {"playwright"}
WITH_PROCESSES = {"world_database", "live_site"}
# Seconds for what waits for programs to start, on a machine that has other things to do.
PATIENT = 600


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by what a test asks for, so that `-m "not browser"` never misses one.

    What is marked so, by itself too, has more time than others.
    """
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if asked & IN_A_BROWSER:
            item.add_marker("browser")
        if asked & WITH_PROCESSES:
            item.add_marker("processes")
        marks = {mark.name for mark in item.iter_markers()}
        if marks & {"browser", "processes"} and "timeout" not in marks:
            item.add_marker(pytest.mark.timeout(PATIENT))


def pytest_collection_finish() -> None:
    """What is imported by now stays to the end, so the collector need not look through it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session", autouse=True)
def _plain_static_files() -> Iterator[None]:
    """Pages drawn inside the test process name static files as they are, without hashes."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
        yield
