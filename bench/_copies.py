"""The same start for each repetition: a copy of the database as it was laid."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from django.db import connection
from psycopg import sql

from tests.harness.template import drop, own_name, server_connection

REPETITIONS = 3


@contextmanager
def on_a_copy() -> Iterator[None]:
    name = f"{own_name()}_copy"
    connection.close()
    with server_connection() as server:
        drop(server, name)
        make = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        server.execute(make.format(sql.Identifier(name), sql.Identifier(own_name())))
        # What laying left to be written out is not part of what is measured.
        server.execute("CHECKPOINT")
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own_name()
        with server_connection() as server:
            drop(server, name)


def three(figures: list[float], form: str = ",.0f") -> str:
    """Minimum, median and maximum."""
    chosen = (min(figures), median(figures), max(figures))
    return " … ".join(format(figure, form) for figure in chosen)
