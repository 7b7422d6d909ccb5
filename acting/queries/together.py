"""Several questions whose rows have nothing to do with each other, asked in one statement."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.models.query import ModelIterable

from accounts.queries.prepared import Statement, statement_of

Question: TypeAlias = "models.QuerySet[Any, Any]"

# What JSON keeps as it is, or as a text that the field reads.
READ_FROM_JSON = (
    models.BooleanField,
    models.CharField,
    models.DateField,
    models.ForeignKey,
    models.IntegerField,
    models.JSONField,
    models.TextField,
    models.UUIDField,
)
# Each part keeps its order: nothing else is done with its rows.
PART = "ARRAY(SELECT json_build_array({columns}) FROM ({sql}) AS part ({columns}))"


@dataclass(frozen=True, slots=True)
class _Part:
    sql: str
    parameters: tuple[Any, ...]
    read: Sequence[Callable[[Any], Any]]
    # None where tuples are asked for.
    model: type[models.Model] | None
    names: Sequence[str]
    database: str

    def row(self, values: Sequence[Any]) -> Any:
        found = [read(value) for read, value in zip(self.read, values, strict=True)]
        return self.model.from_db(self.database, self.names, found) if self.model else tuple(found)


class PreparedTogether:
    """As `PreparedQuery`, for questions of rows without what they refer to, or of values.

    `ask` makes the questions. Joined, tables that grow independently of each other would multiply;
    here each comes as an array of its own.
    """

    def __init__(self, ask: Callable[[], Sequence[Question]]) -> None:
        self._ask = ask

    def __call__(self, **given: Any) -> list[list[Any]]:
        """The rows of each question, in one statement. Raises KeyError if a value is missing."""
        statement, parts = self._compiled
        sql, told = statement.on(connections[parts[0].database], given)
        return _fetch(parts, told, sql)

    @cached_property
    def _compiled(self) -> tuple[Statement, list[_Part]]:
        parts = [_part(question) for question in self._ask()]
        connection = connections[parts[0].database]
        return statement_of(_sql(parts), _values(parts), connection, kept=True), parts


def ask_together(*questions: Question) -> list[list[Any]]:
    """The same of questions that are put together anew each time, and so compiled each time.

    One that no row can answer is not asked.
    """
    parts = [_part_or_none(question) for question in questions]
    asked = [part for part in parts if part is not None]
    found = iter(_fetch(asked, _values(asked), _sql(asked)) if asked else ())
    return [[] if part is None else next(found) for part in parts]


def _part_or_none(question: Question) -> _Part | None:
    try:
        return _part(question)
    except EmptyResultSet:
        return None


def _fetch(parts: Sequence[_Part], told: Sequence[Any], sql: str) -> list[list[Any]]:
    """One row, with an array for each part."""
    with connections[parts[0].database].cursor() as cursor:
        cursor.execute(sql, told)
        (answer,) = cursor.fetchall()
    return [
        [part.row(values) for values in json.loads(rows)]
        for part, rows in zip(parts, answer, strict=True)
    ]


def _sql(parts: Sequence[_Part]) -> str:
    return "SELECT " + ",\n".join(part.sql for part in parts)


def _values(parts: Sequence[_Part]) -> list[Any]:
    return [value for part in parts for value in part.parameters]


def _part(question: Question) -> _Part:
    compiler = question.query.get_compiler(using=question.db)
    sql, parameters = compiler.as_sql()
    fields = [column.output_field for column, _sql, _name in compiler.select]
    columns = ", ".join(f"c{at}" for at in range(len(fields)))
    is_model = issubclass(question._iterable_class, ModelIterable)
    return _Part(
        sql=f"array_to_json({PART.format(columns=columns, sql=sql)})::text",
        parameters=tuple(parameters),
        read=[_reader(field) for field in fields],
        model=question.model if is_model else None,
        names=[field.attname for field in fields] if is_model else (),
        database=question.db,
    )


def _reader(field: models.Field[Any, Any]) -> Callable[[Any], Any]:
    held = field.base_field if isinstance(field, ArrayField) else field
    if not isinstance(held, READ_FROM_JSON):
        raise TypeError(f"JSON does not keep what a {type(held).__name__} holds.")
    if isinstance(field, models.JSONField):
        return _as_it_is
    read: Callable[[Any], Any] = field.to_python
    return read


def _as_it_is(value: Any) -> Any:
    return value
