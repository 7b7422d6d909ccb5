"""Read what a test has written so far as statements that write the same rows again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.db import connection

SHAPES = """
    SELECT class.oid, class.oid::regclass::text,
           string_agg(quote_ident(attname), ', ' ORDER BY attnum),
           (SELECT string_agg(quote_ident(key.attname), ', ')
              FROM pg_attribute key JOIN pg_index ON key.attnum = ANY(indkey)
             WHERE indrelid = class.oid AND indisprimary AND key.attrelid = class.oid)
      FROM pg_class class JOIN pg_attribute ON attrelid = class.oid
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       -- Who is signed in is each test's own.
       AND relname <> 'django_session'
       AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     GROUP BY class.oid ORDER BY class.oid
"""
# As `pg_stat_xact_user_tables` has it, which looks through the catalogue each time.
WRITTEN = """
    SELECT wanted.oid, pg_stat_get_xact_tuples_deleted(wanted.oid) > 0
      FROM unnest(%s::oid[]) AS wanted (oid)
     WHERE pg_stat_get_xact_tuples_inserted(wanted.oid) > 0
        OR pg_stat_get_xact_tuples_updated(wanted.oid) > 0
        OR pg_stat_get_xact_tuples_deleted(wanted.oid) > 0
"""
# The rows come as the triggers left them: none runs again.
ASIDE = "SET LOCAL session_replication_role = replica"
BACK = "SET LOCAL session_replication_role = origin"


def first_of_this_test() -> int:
    """Each row that this test writes is of this transaction, or of one that begins within it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        return int(cursor.fetchone()[0])


@dataclass(frozen=True)
class Shape:
    table: str
    columns: str
    key: str


@cache
def shapes() -> dict[int, Shape]:
    """Of all tables, which are the same in each clone."""
    with connection.cursor() as cursor:
        cursor.execute(SHAPES)
        return {oid: Shape(*rest) for oid, *rest in cursor.fetchall()}


def rows_since(first: int) -> str:
    """Of a table from which rows were taken away, all that is left: the others go again, too."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN, [list(shapes())])
        emptied = dict(cursor.fetchall())
        written = [(shape, emptied[oid]) for oid, shape in shapes().items() if oid in emptied]
        asked = " UNION ALL ".join(told(at, *one, first) for at, one in enumerate(written))
        cursor.execute(asked or "SELECT WHERE false")
        rows = dict(cursor.fetchall())
    laying = []
    for at, (shape, is_emptied) in enumerate(written):
        laying += [f"DELETE FROM {shape.table}"] if is_emptied else []
        laying += [insert(shape, rows[at])] if rows[at] is not None else []
    return "; ".join([ASIDE, *laying, BACK])


def told(at: int, shape: Shape, is_emptied: bool, first: int) -> str:
    of_this_test = "" if is_emptied else f" WHERE xmin::text::bigint >= {first}"
    return (
        f"SELECT {at}, (SELECT quote_literal(json_agg(one)::text)"
        f" FROM (SELECT {shape.columns} FROM {shape.table}{of_this_test}) one)"
    )


def insert(shape: Shape, rows: str) -> str:
    """What stood in the world before and was changed is changed again."""
    again = ", ".join(f"{name} = excluded.{name}" for name in shape.columns.split(", "))
    return (
        f"INSERT INTO {shape.table} ({shape.columns}) OVERRIDING SYSTEM VALUE"
        f" SELECT {shape.columns} FROM json_populate_recordset(NULL::{shape.table}, {rows})"
        f" ON CONFLICT ({shape.key}) DO UPDATE SET {again}"
    )
