"""SQL that writes rows of a model from arrays; each statement is built once per process."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from psycopg.types.json import Jsonb

Field: TypeAlias = "models.Field[Any, Any]"

# Keys are drawn before the insert and stay with their rows: RETURNING promises no order.
INSERT = """
WITH given AS MATERIALIZED (
    SELECT nextval(pg_get_serial_sequence('{table}', '{plain_id}')) AS {id}, given.*
    FROM unnest({arrays}) WITH ORDINALITY AS given ({columns}, "#")
    ORDER BY "#"
), made AS (
    INSERT INTO {table} ({id}, {columns}) SELECT {id}, {columns} FROM given ORDER BY "#"
)
SELECT {id} FROM given ORDER BY "#"
"""
INSERT_AS_IT_IS = """
INSERT INTO {table} ({columns})
SELECT {columns} FROM unnest({arrays}) WITH ORDINALITY AS given ({columns}, "#")
ORDER BY "#"
"""
INSERT_NEW = INSERT_AS_IT_IS + "ON CONFLICT DO NOTHING"
UPDATE = """
UPDATE {table} SET {changes} FROM unnest({arrays}) AS given ({columns})
WHERE {table}.{id} = given.{id}
"""

# psycopg decides in Python, for each member of a list, whether it needs quotes, which is slow.
# For these fields PostgreSQL reads what str() writes, so we build the array's text ourselves and
# quote every member.
AS_PYTHON_WRITES_IT = (
    models.BooleanField,
    models.CharField,
    models.DateField,
    models.DecimalField,
    models.ForeignKey,
    models.IntegerField,
    models.JSONField,
    models.TextField,
    models.UUIDField,
)


@dataclass(frozen=True, slots=True)
class Column:
    field: Field
    read: Callable[[Any], Any]

    @property
    def name(self) -> str:
        assert self.field.column is not None, "only concrete fields are written"
        return connection.ops.quote_name(self.field.column)

    @property
    def array(self) -> str:
        """A placeholder such as `%s::varchar[]`. No length: the cast would silently truncate."""
        named = self.field.db_type(connection) or ""
        return f"%s::{named.partition('(')[0]}[]"

    def values(self, rows: Sequence[models.Model]) -> list[Any] | str:
        """The column's values as stored: an array as text, or a list for the driver to adapt."""
        # Not the `connection` proxy, which looks up the current thread for every value.
        store, database = self.field.get_db_prep_save, connections[DEFAULT_DB_ALIAS]
        found = [self.read(row) for row in rows]
        # Many columns hold one value in all rows, such as None or `now`: convert it only once.
        times = len(found) if len(set(map(id, found))) == 1 else 1
        stored = [store(value, database) for value in (found[:1] if times > 1 else found)]
        if isinstance(self.field, AS_PYTHON_WRITES_IT):
            return "{" + ",".join([_quoted(value) for value in stored] * times) + "}"
        return stored * times


@dataclass(frozen=True, slots=True)
class Statement:
    text: str
    columns: tuple[Column, ...]

    @property
    def links(self) -> list[Field]:
        return [column.field for column in self.columns if column.field.is_relation]


@cache
def insert_of(model: type[models.Model], text: str) -> Statement:
    """Insert all columns except a primary key that the database generates."""
    key = model._meta.pk
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    columns = [_column(field, adding=True) for field in fields if field is not given_key(model)]
    return _statement(text, model, columns, plain_id=key.column or "")


@cache
def update_of(model: type[models.Model], names: tuple[str, ...]) -> Statement:
    fields = [model._meta.pk, *(model._meta.get_field(name) for name in names)]
    columns = [_column(field, adding=False) for field in fields]  # type: ignore[arg-type]
    changes = ", ".join(f"{column.name} = given.{column.name}" for column in columns[1:])
    return _statement(UPDATE, model, columns, changes=changes)


def _quoted(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, Jsonb):
        value = (value.dumps or json.dumps)(value.obj)
    elif not isinstance(value, str):
        return f'"{value}"'
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def given_key(model: type[models.Model]) -> Field | None:
    """The primary key if the database generates it, else None."""
    key = model._meta.pk
    return key if key.db_returning else None


def _column(field: Field, *, adding: bool) -> Column:
    # `pre_save` sets the value of these fields: the time of writing, the path of a stored file.
    late = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    if late or isinstance(field, models.FileField):
        return Column(field, lambda row: field.pre_save(row, add=adding))
    return Column(field, attrgetter(field.attname))


def _statement(
    text: str, model: type[models.Model], columns: Sequence[Column], **more: str
) -> Statement:
    return Statement(
        text.format(
            table=connection.ops.quote_name(model._meta.db_table),
            id=Column(model._meta.pk, attrgetter("pk")).name,
            columns=", ".join(column.name for column in columns),
            arrays=", ".join(column.array for column in columns),
            **more,
        ),
        tuple(columns),
    )
