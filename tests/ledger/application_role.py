"""A role with the rights of the application, made and undone in the transaction of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

from django.core.management import call_command
from django.db import connection


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def application_role() -> str:
    """Its name; another one in each database, so that no test waits for another."""
    return f"{connection.settings_dict['NAME']}_application"


def make_role() -> None:
    run(f"CREATE ROLE {application_role()}")
    grant()


def grant() -> None:
    call_command("grant_application_role", role=application_role(), stdout=StringIO())


@contextmanager
def as_application() -> Iterator[None]:
    connection.check_constraints()
    run(f"SET ROLE {application_role()}")
    yield
    run("RESET ROLE")
