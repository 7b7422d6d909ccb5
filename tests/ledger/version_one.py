"""A record in the first format, as the house of that time wrote it: `version_one.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.db import connection

ROWS: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parent / "version_one.json").read_text(encoding="utf-8")
)
KEYED = ("ledger_stream", "ledger_entry", "ledger_text")


def load() -> None:
    """Five entries are sealed in two seals, a sixth waits.

    The columns of today take their defaults, as migrating gives them.
    """
    with connection.cursor() as cursor:
        unbound(cursor)
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table, rows in ROWS.items():
            columns = ", ".join(rows[0])
            cursor.execute(
                f"INSERT INTO {table} ({columns}) SELECT {columns}"
                f" FROM jsonb_populate_recordset(NULL::{table}, %s)",
                [json.dumps(rows)],
            )
        for table in KEYED:
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), 1000)")
        cursor.execute("SET LOCAL session_replication_role = origin")


def unbound(cursor: Any) -> None:
    """Let entries of the first format in, as the owner of the tables can."""
    cursor.execute("ALTER TABLE ledger_entry DROP CONSTRAINT entry_of_this_format")
