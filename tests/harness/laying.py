"""A database brought back to the rows of its template, while a server goes on using it.

To drop it and clone it anew would cost no less, and take each connection of the server away.
"""

from __future__ import annotations

from collections.abc import Iterable

import psycopg
from psycopg import sql

from tests.harness.template import url_of
from tests.harness.waiting import wait_until

TABLES = """
    SELECT relname FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
"""
COUNTED = """
    SELECT sequencename, coalesce(last_value, start_value), last_value IS NOT NULL
      FROM pg_sequences WHERE schemaname = 'public'
"""
COUNTS_ON = "SELECT setval(quote_ident(%s)::regclass, %s, %s)"
AT_WORK = """
    SELECT EXISTS (SELECT FROM pg_stat_activity
     WHERE datname = %s AND pid <> pg_backend_pid() AND state <> 'idle')
"""


class Rows:
    """All that stands in a template, and up to where it has counted."""

    def __init__(self, template: str) -> None:
        with psycopg.connect(url_of(template)) as line:
            names = [name for (name,) in line.execute(TABLES)]
            # Of each table all its rows, as COPY writes them.
            self._tables = {name: copied(line, name) for name in names}
            self._sequences = line.execute(COUNTED).fetchall()

    def stand_in(self, database: str, tables: Iterable[str]) -> bool:
        """Whether these are still as in the template."""
        with psycopg.connect(url_of(database)) as line:
            return all(copied(line, name) == self._tables[name] for name in tables)

    def lay(self, database: str) -> None:
        """Instead of all that stands there. No trigger runs: rows come as triggers left them."""
        with psycopg.connect(url_of(database)) as line:
            wait_until(lambda: not at_work(line, database), what="the end of what is asked for")
            line.execute("SET LOCAL session_replication_role = replica")
            every = sql.SQL(", ").join(map(sql.Identifier, self._tables))
            # It locks them all: whoever begins meanwhile finds what is laid, and nothing else. What
            # is deleted would leave gaps, in which later rows stand before earlier ones.
            line.execute(sql.SQL("TRUNCATE {}").format(every))
            for name, rows in self._tables.items():
                if rows:
                    with line.cursor().copy(copying(name, "FROM STDIN")) as copy:
                        copy.write(rows)
            for name, value, is_used in self._sequences:
                line.execute(COUNTS_ON, [name, value, is_used])


def at_work(line: psycopg.Connection, database: str) -> bool:
    """Asked outside a transaction each time: within one the answer stays as it was."""
    found = line.execute(AT_WORK, [database]).fetchone()
    line.rollback()
    return bool(found and found[0])


def copied(line: psycopg.Connection, table: str) -> bytes:
    with line.cursor().copy(copying(table, "TO STDOUT")) as copy:
        return b"".join(bytes(block) for block in copy)


def copying(table: str, way: str) -> sql.Composed:
    return sql.SQL("COPY {} {}").format(sql.Identifier(table), sql.SQL(way))
