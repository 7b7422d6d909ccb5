"""Let each repetition start alike: on a copy of the prepared database."""

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
        # Write to disk now what preparing has left, so that no measurement includes it.
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
