"""A fresh database for one test, and the ORM of the test process pointed at it."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import dj_database_url
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, connections
from pytest_django import DjangoDbBlocker

from config.limits import PLANNING, with_settings
from issues.queries.policy import policy_of
from tests.harness.template import clone, drop, own_name, server_connection, template, url_of

WHERE = ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")


@contextmanager
def cloned_database(source: str | None = None) -> Iterator[str]:
    """Yield the name of a database cloned from a template; drop it afterwards."""
    source, name = source or template(), f"{own_name()}_world_{secrets.token_hex(6)}"
    with server_connection() as server:
        clone(server, name, source)
    try:
        yield name
    finally:
        with server_connection() as server:
            drop(server, name)


@contextmanager
def orm_on(name: str, blocker: DjangoDbBlocker) -> Iterator[None]:
    """Every connection that the test process opens meanwhile goes to that database."""
    before = {key: connection.settings_dict[key] for key in WHERE}
    with blocker.unblock():
        forget()
        connection.settings_dict.update(where(name))
        try:
            yield
        finally:
            forget()
            connection.settings_dict.update(before)


def where(name: str) -> dict[str, Any]:
    """The database and its server, which need not be the one that the settings were read for."""
    found: dict[str, Any] = {"OPTIONS": {}, **dj_database_url.parse(url_of(name))}
    # Planned as in use; a test may hold a transaction for longer than the limits of use.
    found["OPTIONS"] = with_settings(found["OPTIONS"], PLANNING)
    return {key: found[key] for key in WHERE}


def forget() -> None:
    """What was read from another database must not be taken for this one's."""
    connections.close_all()
    # Kept by keys that two databases may give to different rows.
    policy_of.cache_clear()
    ContentType.objects.clear_cache()
    cache.clear()
