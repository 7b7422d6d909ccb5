"""What every test gets; fixtures of one app live beside its tests."""

import gc
import os
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import override_settings
from hypothesis import HealthCheck
from hypothesis import settings as inventing

from accounts import counting
from tests.harness.template import begin_templates

pytest_plugins = ["tests.harness.fixtures", "tests.harness.standing", "tests.harness.browser"]

# Playwright keeps a loop running in the thread of the test, where Django would refuse the ORM.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# What Hypothesis invents is tried however slow the machine is just then. Where a change is judged
# the same is invented each time: what a find of chance shows is no fault of that change.
inventing.register_profile(
    "slow",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
inventing.load_profile("slow")

# Under every page, context and browser of Playwright, and under no fixture that is called so.
IN_A_BROWSER = {"playwright"}
WITH_PROCESSES = {"world_database", "live_site", "common_site", "one_site"}
# Seconds for what waits for programs to start, on a machine that has other things to do.
PATIENT = 600
# Files that take longest, the longest first: begun late, one would run on when all else is done.
LONGEST = (
    "tests/e2e/test_accessibility.py",
    "tests/issues/test_server_down.py",
    "tests/council/live/test_screen.py",
    "tests/config/test_launcher_run.py",
    "tests/config/test_backup.py",
    "tests/hostile/test_slow_lines.py",
    "tests/e2e/tour/test_the_tour.py",
    "tests/demo/seeds/test_seed.py",
    "tests/e2e/test_the_whole_walk.py",
    "tests/e2e/test_a_sitting_on_four_screens.py",
    "tests/config/test_launcher_recovery.py",
    "tests/issues/test_sweep_processes.py",
    "tests/council/table/test_stateful.py",
    "tests/issues/actions/test_who_may.py",
    "tests/issues/states/test_stages.py",
)


def pytest_configure(config: pytest.Config) -> None:
    """Of many tests: have the databases that they clone made while they are still collected."""
    is_worker = "PYTEST_XDIST_WORKER" in os.environ
    if not is_worker and config.getoption("numprocesses", None) and not config.option.collectonly:
        making = begin_templates()
        config.add_cleanup(making.terminate)


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
    items[:] = in_turn(items)


def in_turn(items: list[pytest.Item]) -> list[pytest.Item]:
    """The longest files first, and among what starts browsers and processes all the others.

    The former mostly wait, the latter mostly reckon: begun one after the other they would leave
    half a processor idle first and have three for two afterwards. What needs no database comes
    before what does, for that may still be in the making.
    """
    files: dict[str, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.nodeid.partition("::")[0], []).append(item)
    waiting = sorted((file for file in files if waits(files[file])), key=place)
    reckoning = sorted(
        (file for file in files if not waits(files[file])),
        key=lambda file: asks_for_database(files[file]),
    )
    # The last of them begin before all is done: what waits alone at the end makes all wait.
    parts = max(1, len(waiting) * 6 // 5)
    ordered = []
    for number, file in enumerate(waiting):
        share = slice(*(len(reckoning) * at // parts for at in (number, number + 1)))
        ordered += [file, *reckoning[share]]
    ordered += reckoning[len(reckoning) * len(waiting) // parts :]
    return [item for file in ordered for item in files[file]]


def waits(items: list[pytest.Item]) -> bool:
    return any(
        mark.name in {"browser", "processes"} for one in items for mark in one.iter_markers()
    )


def asks_for_database(items: list[pytest.Item]) -> bool:
    return any(
        "django_db_setup" in getattr(one, "fixturenames", ()) or one.get_closest_marker("django_db")
        for one in items
    )


def place(file: str) -> int:
    return LONGEST.index(file) if file in LONGEST else len(LONGEST)


def pytest_collection_finish() -> None:
    """What is imported by now stays to the end, so the collector need not look through it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _plain_static_files() -> Iterator[None]:
    """Pages drawn inside the test process name static files as they are, without hashes.

    Nor does WhiteNoise look through a thousand files for each client that a test makes: that was
    a quarter of all that tests without a browser cost.
    """
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    storages = {**settings.STORAGES, "staticfiles": plain}
    with override_settings(STORAGES=storages, WHITENOISE_AUTOREFRESH=True):
        yield


@pytest.fixture(scope="session", autouse=True)
def _without_limits() -> Iterator[None]:
    """Tests do within a second what people do in a day; those of limits set their own."""
    many = 10**9
    with override_settings(
        LIMITS=dict.fromkeys(settings.LIMITS, ()),
        CODES_PER_MINUTE=many,
        CODES_PER_DAY=many,
        SIGN_IN_CODES_OF_STRANGERS_PER_DAY=many,
    ):
        yield


def pytest_runtest_setup() -> None:
    """What is counted in a minute, an hour or a day begins with the test.

    By the clock a test could stand in two windows, and be granted twice what it expects.
    """
    counting.BEGINNING = time.time()


@pytest.fixture(scope="session", autouse=True)
def _own_cache(worker_id: str) -> Iterator[None]:
    """Each worker counts and forgets in a database of its own.

    `cache.clear()` empties a database whole: in a shared one it took away the limits that a test
    of another worker was just reaching.
    """
    number = 1 + int(worker_id.removeprefix("gw")) if worker_id != "master" else 0
    own = urlsplit(settings.REDIS_URL)._replace(path=f"/{number}").geturl()
    caches = {"default": {**settings.CACHES["default"], "LOCATION": own}}
    with override_settings(CACHES=caches):
        yield


@pytest.fixture(scope="session", autouse=True)
def _own_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The photos of one worker of the tests do not wait for those of another."""
    with override_settings(PHOTO_PLACES=tmp_path_factory.mktemp("places")):
        yield


@pytest.fixture(scope="session", autouse=True)
def _own_record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Each worker writes the record into files of its own."""
    with override_settings(RECORD_ROOT=tmp_path_factory.mktemp("record")):
        yield
