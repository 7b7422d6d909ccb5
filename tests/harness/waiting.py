"""Watching real processes, with a bound."""

import time
from collections.abc import Callable

from django.db import connection

# Often enough to lose no time, and not so often that asking takes what is waited for its time.
PAUSE = 0.1


def wait_until(
    holds: Callable[[], object], *, seconds: float = 30, what: str = "what was waited for"
) -> None:
    """Ask again and again; say what did not come about."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"Not within {seconds:g} seconds: {what}")
        time.sleep(PAUSE)


def waits_in_a_statement_on(table: str) -> bool:
    """Whether another connection to this database waits for a lock in such a statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            " AND datname = current_database() AND (query LIKE %s OR query LIKE %s)",
            [f'%"{table}"%', f"EXECUTE %{table} (%"],
        )
        waits = cursor.fetchone()
    return waits is not None and waits[0] > 0
