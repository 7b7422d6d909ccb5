"""Write many rows in one statement, each column as an array.

PostgreSQL parses and plans the same short text however many rows there are, where Django's own
`bulk_update` has a CASE for every row and column. What is written is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import connection, models

from acting.actions.row_statements import (
    INSERT,
    INSERT_AS_IT_IS,
    INSERT_NEW,
    Statement,
    given_key,
    insert_of,
    update_of,
)

Row = TypeVar("Row", bound=models.Model)


def insert_rows(rows: Sequence[Row]) -> None:
    """Insert `rows`, all of one model and none with a key from the database yet, in their order.

    Each has its key afterwards; what it points to may have got its own since it was named. No
    signal is sent, and values are values, not expressions. What the database refuses it raises
    in its own kind of error, and then no row is written.
    """
    if not rows:
        return
    model = type(rows[0])
    key = given_key(model)
    if key is None:
        _execute(insert_of(model, INSERT_AS_IT_IS), rows)
    elif any(row.pk is not None for row in rows):
        raise ValueError("A row that has its key is updated, not inserted.")
    else:
        keys = _execute(insert_of(model, INSERT), rows)
        for row, (value,) in zip(rows, keys, strict=True):
            setattr(row, key.attname, value)
    alias = connection.alias
    for row in rows:
        row._state.adding, row._state.db = False, alias


def insert_new_rows(rows: Sequence[Row]) -> None:
    """Insert those of `rows` that no constraint holds to be there already; none gets its key."""
    if rows:
        _execute(insert_of(type(rows[0]), INSERT_NEW), rows)


def update_rows(rows: Sequence[Row], fields: Sequence[str]) -> None:
    """Write `fields` of `rows`, all of one model, each row once."""
    if not rows:
        return
    if len({row.pk for row in rows} - {None}) != len(rows):
        raise ValueError("Each row to be updated has a key, and no two the same.")
    _execute(update_of(type(rows[0]), tuple(fields)), rows)


def _execute(statement: Statement, rows: Sequence[models.Model]) -> list[tuple[Any, ...]]:
    for link in statement.links:
        _follow(link, rows)
    with connection.cursor() as cursor:
        cursor.execute(statement.text, [column.values(rows) for column in statement.columns])
        return cursor.fetchall() if cursor.description else []


def _follow(link: Any, rows: Sequence[models.Model]) -> None:
    """What a row points to may have got its key after it was named."""
    # Straight from the row, since a link's own way of reading looks whether it was deferred.
    unset = [row for row in rows if row.__dict__.get(link.attname) is None]
    for row in unset:
        other = row._state.fields_cache.get(link.cache_name)
        if other is None:
            continue
        key = getattr(other, link.target_field.attname)
        if key is None:
            raise ValueError(f"The {link.name} of a row is not written yet.")
        setattr(row, link.attname, key)
