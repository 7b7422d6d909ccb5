"""The two databases of a test process: an empty one, and one in which the world stands.

A test that asks for `world`, itself or through a fixture, finds it there already; every other
test finds a migrated database in which nobody lives. Both are clones that this process alone
uses, so that nothing is migrated or built for it, and what a test writes is rolled back.

What all tests of a file need besides is laid once, by a fixture of the file that asks for
`common_world`; it is rolled back after the file.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from tests.harness.clone import cloned_database, forget, where
from tests.harness.remembering import memory
from tests.harness.template import peopled_template, template, world_in
from tests.world import World


class Standing:
    """Clones made when first asked for; the connection goes to one of them at a time."""

    def __init__(self) -> None:
        self._end = ExitStack()
        self._clones: dict[str, str] = {}
        self._world = b""
        self.peopled: bool | None = None

    def use(self, *, peopled: bool) -> None:
        """Stay on the open connection where it is right: a new one has everything to learn."""
        if self.peopled is peopled:
            return
        source = peopled_template() if peopled else template()
        if peopled and not self._world:
            self._world = world_in(source)
        if source not in self._clones:
            self._clones[source] = self._end.enter_context(cloned_database(source))
        forget()
        connection.settings_dict.update(where(self._clones[source]))
        self.peopled = peopled

    def world(self) -> World:
        """Objects of one's own for each test, as `build_world` returned them."""
        assert self.peopled, "A test gets `world` by naming it among its fixtures."
        world: World = pickle.loads(self._world)
        return world

    def end(self) -> None:
        if self._clones:
            forget()
        self._end.close()


standing = Standing()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before any fixture, so that the transaction begins in the right database."""
    asked = set(getattr(item, "fixturenames", ()))
    common = "django_db_setup" in asked or item.get_closest_marker("django_db")
    if common:
        standing.use(peopled=bool(asked & {"world", "common_world"}))
    # Told to every test: what a test with a database of its own writes is nothing to remember.
    only_world = common and "world" in asked and "common_world" not in asked
    memory.begin(clean=bool(only_world and not patches(item)))


def patches(item: pytest.Item) -> bool:
    """Does the test, or a fixture of ours that it asks for, change code while it runs?

    Those of others patch nothing of ours.
    """
    info = item._fixtureinfo  # type: ignore[attr-defined]
    ours = [
        found[-1]
        for found in info.name2fixturedefs.values()
        if found[-1].func.__module__.startswith("tests.")
    ]
    return any("monkeypatch" in names for names in (info.argnames, *(f.argnames for f in ours)))


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None) -> Iterator[None]:
    """Instead of pytest-django's, which would migrate a database for each process."""
    yield
    standing.end()


@pytest.fixture
def world(db: None) -> World:
    """One street whole, a strange one beside it, and people in every role."""
    return standing.world()


@pytest.fixture(scope="module")
def common_world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """For fixtures of a file that add to the world what each of its tests begins with.

    All tests of such a file ask for `world`, or for none: another database would end this one's
    transaction.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield standing.world()
        transaction.set_rollback(True)
