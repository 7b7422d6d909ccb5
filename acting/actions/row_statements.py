"""SQL that writes rows of a model from arrays; each statement is built once per process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from operator import attrgetter
from typing import Any, TypeAlias
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import DEFAULT_DB_ALIAS, connection, connections, models

from acting.actions.arrays import array_of, member

Field: TypeAlias = "models.Field[Any, Any]"

# Keys are drawn before the insert and stay with their rows: RETURNING promises no order. The
# sequence is looked up once, by a subquery.
PART = """given{at} AS MATERIALIZED (
    SELECT nextval((SELECT pg_get_serial_sequence('{table}', '{plain_id}')::regclass)) AS {id},
        given.*
    FROM unnest({arrays}) WITH ORDINALITY AS given ({columns}, "#")
    ORDER BY "#"
), made{at} AS (
    INSERT INTO {table} ({id}, {columns}) SELECT {id}, {chosen} FROM given{at} ORDER BY "#"
)"""
# A column that refers to a row of the same statement holds that row's number as a negative.
KEY_BY_NUMBER = """coalesce(
    (SELECT other.{id} FROM given{at} other WHERE other."#" = -given{own}.{column}),
    given{own}.{column}
)"""
KEYS = 'ARRAY(SELECT {id} FROM given{at} ORDER BY "#")'
INSERT = (
    "WITH "
    + PART
    + """{beside}
SELECT {id} FROM given ORDER BY "#"
"""
)
INSERT_AS_IT_IS = """
INSERT INTO {table} ({columns})
SELECT {chosen} FROM unnest({arrays}) WITH ORDINALITY AS given ({columns}, "#")
ORDER BY "#"
"""
# The part for rows that bring their own keys, in one statement with others.
PART_AS_IT_IS = (
    """given{at} AS (
    SELECT NULL::bigint AS {id}, 1 AS "#"
), made{at} AS ("""
    + INSERT_AS_IT_IS
    + ")"
)
INSERT_NEW = INSERT_AS_IT_IS + "ON CONFLICT DO NOTHING"
UPDATE = """
UPDATE {table} SET {changes} FROM unnest({arrays}) AS given ({columns})
WHERE {table}.{id} = given.{id}
"""

# Fields whose values PostgreSQL reads as Python writes them; the driver writes all others.
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
# A field stores values of its type here as they are; asking the field would take longer.
PLAIN: dict[str, type] = {
    "BigAutoField": int,
    "BigIntegerField": int,
    "BooleanField": bool,
    "CharField": str,
    "IntegerField": int,
    "PositiveBigIntegerField": int,
    "PositiveIntegerField": int,
    "PositiveSmallIntegerField": int,
    "TextField": str,
    "UUIDField": UUID,
}


@dataclass(frozen=True, slots=True)
class WrittenColumn:
    field: Field
    read: Callable[[Any], Any]

    @property
    def name(self) -> str:
        assert self.field.column is not None, "only concrete fields are written"
        return connection.ops.quote_name(self.field.column)

    @property
    def array(self) -> str:
        """A placeholder such as `%s::varchar[]`. No length: the cast would silently truncate."""
        return "%s::text[]" if self._is_array else f"%s::{self._type}[]"

    def read_from(self, given: str = "") -> str:
        """An array among arrays would be taken apart, so it is sent as its text."""
        return f"{given}{self.name}::{self._type}" if self._is_array else f"{given}{self.name}"

    @property
    def _type(self) -> str:
        return (self.field.db_type(connection) or "").partition("(")[0]

    @property
    def _is_array(self) -> bool:
        return isinstance(self.field, ArrayField)

    def values(self, rows: Sequence[models.Model]) -> list[Any] | str:
        """As the field stores them: the text of an array, or a list for the driver to write."""
        found = list(map(self.read, rows))
        if self._is_array:
            stored = self._stored()
            texts = [None if value is None else array_of(stored(value)) for value in found]
            return array_of(texts)
        if isinstance(self.field, AS_PYTHON_WRITES_IT):
            plain, stored = self._plain, self._stored()
            return array_of(
                found, lambda value: member(value if type(value) is plain else stored(value))
            )
        return list(map(self._stored(), found))

    @property
    def _plain(self) -> type | None:
        return PLAIN.get(getattr(self.field, "target_field", self.field).get_internal_type())

    def _stored(self) -> Callable[[Any], Any]:
        # The connection itself: Django's proxy would look it up by thread for each value.
        return partial(self.field.get_db_prep_save, connection=connections[DEFAULT_DB_ALIAS])


@dataclass(frozen=True, slots=True)
class Statement:
    text: str
    columns: tuple[WrittenColumn, ...]
    # The name of the primary key.
    key: str

    @property
    def links(self) -> list[Field]:
        return [column.field for column in self.columns if column.field.is_relation]


@cache
def insert_of(
    model: type[models.Model],
    text: str,
    *,
    beside: str = "",
    at: str = "",
    refers: tuple[tuple[str, str], ...] = (),
) -> Statement:
    """Insert all columns except a primary key that the database generates.

    `beside` is a query that writes something for each row in the same statement, from `given`; `at`
    tells the parts of one statement apart. `refers` names columns, each with the part to whose rows
    it may refer by a negative number.
    """
    key = model._meta.pk
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    columns = [_column(field, adding=True) for field in fields if field is not given_key(model)]
    more = f", beside AS ({beside})" if beside else ""
    parts = dict(refers)
    chosen = ", ".join(
        _key_by_number(column, own=at, at=parts[column.field.attname])
        if column.field.attname in parts
        else column.read_from()
        for column in columns
    )
    return _statement(
        text, model, columns, plain_id=key.column or "", beside=more, at=at, chosen=chosen
    )


def _key_by_number(column: WrittenColumn, *, own: str, at: str) -> str:
    target = _column(column.field.target_field, adding=True)  # type: ignore[attr-defined]
    return KEY_BY_NUMBER.format(id=target.name, at=at, own=own, column=column.name)


@cache
def insert_of_all(
    kinds: tuple[type[models.Model], ...], refers: tuple[tuple[int, str, int], ...] = ()
) -> tuple[Statement, ...]:
    """Parts of one statement, which ends with the keys of each kind as an array.

    `refers`: which kind refers, by which of its columns, to new rows of which.
    """
    return tuple(
        insert_of(
            kind,
            PART if given_key(kind) else PART_AS_IT_IS,
            at=str(at),
            refers=tuple((name, str(other)) for own, name, other in refers if own == at),
        )
        for at, kind in enumerate(kinds)
    )


@cache
def update_of(model: type[models.Model], names: tuple[str, ...]) -> Statement:
    fields = [model._meta.pk, *(model._meta.get_field(name) for name in names)]
    columns = [_column(field, adding=False) for field in fields]  # type: ignore[arg-type]
    changes = ", ".join(f"{column.name} = {column.read_from('given.')}" for column in columns[1:])
    return _statement(UPDATE, model, columns, changes=changes)


def given_key(model: type[models.Model]) -> Field | None:
    """The primary key if the database generates it, else None."""
    key = model._meta.pk
    return key if key.db_returning else None


def _column(field: Field, *, adding: bool) -> WrittenColumn:
    # `pre_save` sets the value of these fields: the time of writing, the path of a stored file.
    late = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    if late or isinstance(field, models.FileField):
        return WrittenColumn(field, lambda row: field.pre_save(row, add=adding))
    return WrittenColumn(field, attrgetter(field.attname))


def _statement(
    text: str, model: type[models.Model], columns: Sequence[WrittenColumn], **more: str
) -> Statement:
    key = WrittenColumn(model._meta.pk, attrgetter("pk")).name
    return Statement(
        text.format(
            table=connection.ops.quote_name(model._meta.db_table),
            id=key,
            columns=", ".join(column.name for column in columns),
            arrays=", ".join(column.array for column in columns),
            **more,
        ),
        tuple(columns),
        key,
    )
