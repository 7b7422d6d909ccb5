"""A database of one's own for what commits: the record can't be flushed, so it is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pytest_django import DjangoDbBlocker

from tests.harness.clone import cloned_database, orm_on


@contextmanager
def own_database(blocker: DjangoDbBlocker) -> Iterator[None]:
    """The default connection, also of new threads, on a fresh copy of the migrated database."""
    with cloned_database() as name, orm_on(name, blocker):
        yield


@pytest.fixture
def committed(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """An empty database in which transactions really commit."""
    with own_database(django_db_blocker):
        yield
