"""`world_database`, `live_site` and `common_site`; the package's docstring shows their use."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from pytest_django import DjangoDbBlocker

from accounts import security_log
from tests.harness.common_site import Common, CommonSite
from tests.harness.world import LiveWorld, Site, open_world


class LiveSite(Protocol):
    def __call__(
        self,
        seed: Callable[[], object] | None = None,
        *,
        worker: bool = False,
        beat: bool = False,
        sweep_seconds: float = 1,
        workers: int = 1,
    ) -> Site: ...


@pytest.fixture
def world_database(django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[LiveWorld]:
    with open_world(tmp_path, django_db_blocker) as world:
        yield world


@pytest.fixture
def live_site(world_database: LiveWorld) -> LiveSite:
    """A site on the test's own database, seeded before it is served."""

    def serve(
        seed: Callable[[], object] | None = None,
        *,
        worker: bool = False,
        beat: bool = False,
        sweep_seconds: float = 1,
        workers: int = 1,
    ) -> Site:
        if seed:
            seed()
        if worker:
            world_database.start_worker(sweep_seconds=sweep_seconds)
        if beat:
            world_database.start_beat(sweep_seconds=sweep_seconds)
        return world_database.start_web(workers=workers)

    return serve


@pytest.fixture(scope="session")
def one_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CommonSite]:
    one = CommonSite(tmp_path_factory.mktemp("site"))
    yield one
    one.end()


@pytest.fixture(scope="module")
def common_site(one_site: CommonSite, django_db_blocker: DjangoDbBlocker) -> Iterator[Common]:
    """The running site on a database in which the tests' world stands, for all tests of a file."""
    with one_site.anew(django_db_blocker) as found:
        yield found


@pytest.fixture(autouse=True)
def _few_lines_were_written() -> None:
    """Of each test: what was refused in others leaves none of its own lines out."""
    security_log._few.clear()
