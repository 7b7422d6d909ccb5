"""Write many rows in one statement, each column as an array.

The statement stays equally short for any number of rows, so PostgreSQL parses and plans it
quickly. Django's `bulk_update` writes a CASE for every row and column. The result is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Beside:
    """SQL that writes something of each inserted row, with `values` for what it leaves open.

    It reads `given`, where a row's key is, and its number, from 1, is `"#"`.
    """

    sql: str
    values: Sequence[Any]


def insert_rows(rows: Sequence[Row], *, keys: bool = True, beside: Beside | None = None) -> None:
    """Insert `rows` in their order; they are of one model and have no generated key yet.

    Afterwards each row has its key, unless `keys` says that nobody asks for it. A row may refer to
    an object that was unsaved when it was assigned, if that has its key by now. No signals are
    sent; values may not be expressions. If the database refuses a row, its error is raised and
    none is written.
    """
    if not rows:
        return
    model = type(rows[0])
    key = given_key(model)
    if key is not None and any(row.pk is not None for row in rows):
        raise ValueError("A row that has its key is updated, not inserted.")
    if key is None or not keys:
        _execute(insert_of(model, INSERT_AS_IT_IS), rows)
    else:
        sql, values = (beside.sql, beside.values) if beside else ("", ())
        given = _execute(insert_of(model, INSERT, beside=sql), rows, values)
        for row, (value,) in zip(rows, given, strict=True):
            setattr(row, key.attname, value)
    alias = connection.alias
    for row in rows:
        row._state.adding, row._state.db = False, alias


def insert_new_rows(rows: Sequence[Row]) -> None:
    """Insert `rows`, but skip those that would violate a unique constraint; set no keys."""
    if rows:
        _execute(insert_of(type(rows[0]), INSERT_NEW), rows)


def update_rows(rows: Sequence[Row], fields: Sequence[str]) -> None:
    """Update `fields` of `rows`, which are of one model and named once each."""
    if not rows:
        return
    if len({row.pk for row in rows} - {None}) != len(rows):
        raise ValueError("Each row to be updated has a key, and no two the same.")
    _execute(update_of(type(rows[0]), tuple(fields)), rows)


def _execute(
    statement: Statement, rows: Sequence[models.Model], more: Sequence[Any] = ()
) -> list[tuple[Any, ...]]:
    for link in statement.links:
        _follow(link, rows)
    with connection.cursor() as cursor:
        values = [column.values(rows) for column in statement.columns]
        cursor.execute(statement.text, [*values, *more])
        return cursor.fetchall() if cursor.description else []


def _follow(link: Any, rows: Sequence[models.Model]) -> None:
    """Copy the key of each object that `link` refers to if it was saved only after assignment."""
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
