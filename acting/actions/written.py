"""Write by SQL of our own, which the database keeps where few rows are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from accounts.queries.statements import kept_write

# Above it, what planning takes is little beside what writing takes, and the way may be another.
FEW_ROWS = 20


def written(text: str, values: Sequence[Any], *, rows: int) -> list[tuple[Any, ...]]:
    """Execute `text`, which says by a cast of which type each of `values` is; return its answer.

    There are few such texts: they differ by what is written, never by its values. `rows` is how
    many the longest of the arrays holds.
    """
    with connection.cursor() as cursor:
        cursor.execute(kept_write(text).on(connection) if rows <= FEW_ROWS else text, values)
        return cursor.fetchall() if cursor.description else []
