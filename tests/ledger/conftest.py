"""A database of one's own for what commits: the record can't be flushed, so it is dropped."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import connection, connections
from django.test.utils import setup_databases
from psycopg import sql
from pytest_django.plugin import DjangoDbBlocker


@contextmanager
def cloned_database() -> Iterator[str]:
    """Point the default connection, also of new threads, at a copy of the test database."""
    settings = connection.settings_dict
    template, clone = settings["NAME"], f"record_{uuid.uuid4().hex[:12]}"
    parameters = connection.get_connection_params() | {"dbname": "postgres"}
    for unknown in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(unknown, None)
    connections.close_all()
    with psycopg.connect(**parameters, autocommit=True) as admin:
        admin.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(clone), sql.Identifier(template)
            )
        )
        settings["NAME"] = clone
        try:
            yield clone
        finally:
            connections.close_all()
            settings["NAME"] = template
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(clone)))


@pytest.fixture(scope="session")
def test_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The migrated test database, also where no test of the run is marked `django_db`."""
    if not connection.settings_dict["NAME"].startswith("test_"):
        with django_db_blocker.unblock():
            setup_databases(verbosity=0, interactive=False, keepdb=True, aliases={"default": None})


@pytest.fixture
def committed(test_database: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """An empty database in which transactions really commit."""
    with django_db_blocker.unblock(), cloned_database() as name:
        yield name
