"""Read what a test has written so far as statements that write the same rows again."""

from __future__ import annotations

from django.db import connection

TABLES = """
    SELECT class.oid::regclass::text,
           string_agg(quote_ident(attname), ', ' ORDER BY attnum),
           (SELECT string_agg(quote_ident(key.attname), ', ')
              FROM pg_attribute key JOIN pg_index ON key.attnum = ANY(indkey)
             WHERE indrelid = class.oid AND indisprimary AND key.attrelid = class.oid),
           written.n_tup_del > 0
      FROM pg_class class JOIN pg_attribute ON attrelid = class.oid
      JOIN pg_stat_xact_user_tables written ON written.relid = class.oid
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       -- Who is signed in is each test's own.
       AND class.relname <> 'django_session'
       AND written.n_tup_ins + written.n_tup_upd + written.n_tup_del > 0
       AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     GROUP BY class.oid, written.n_tup_del ORDER BY class.oid
"""
# The rows come as the triggers left them: none runs again.
ASIDE = "SET LOCAL session_replication_role = replica"
BACK = "SET LOCAL session_replication_role = origin"


def first_of_this_test() -> int:
    """Each row that this test writes is of this transaction, or of one that begins within it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        return int(cursor.fetchone()[0])


def rows_since(first: int) -> str:
    """Of a table from which rows were taken away, all that is left: the others go again, too."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        laying = []
        for table, columns, key, emptied in cursor.fetchall():
            of_this_test = "" if emptied else " WHERE xmin::text::bigint >= %s"
            cursor.execute(
                f"SELECT quote_literal(json_agg(one)::text) FROM (SELECT {columns} FROM {table}"
                f"{of_this_test}) one",
                None if emptied else [first],
            )
            (rows,) = cursor.fetchone()
            if emptied:
                laying.append(f"DELETE FROM {table}")
            if rows is not None:
                laying.append(insert(table, columns, key, rows))
    return "; ".join([ASIDE, *laying, BACK])


def insert(table: str, columns: str, key: str, rows: str) -> str:
    """What stood in the world before and was changed is changed again."""
    again = ", ".join(f"{name} = excluded.{name}" for name in columns.split(", "))
    return (
        f"INSERT INTO {table} ({columns}) OVERRIDING SYSTEM VALUE"
        f" SELECT {columns} FROM json_populate_recordset(NULL::{table}, {rows})"
        f" ON CONFLICT ({key}) DO UPDATE SET {again}"
    )
