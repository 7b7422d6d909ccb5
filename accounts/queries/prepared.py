"""Questions that are asked so often that Django should not put them into words each time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import cached_property, partial
from typing import Any, Generic, Protocol, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import BigIntegerField, Expression, Field, Model, QuerySet
from django.db.models.expressions import Col
from django.db.models.sql.compiler import SQLCompiler
from django.db.models.sql.where import WhereNode

from accounts.queries.statements import KeptStatement, Open

Row = TypeVar("Row", bound=Model)


class Given(Expression):
    """A value that is told only when the question is asked, under `name`.

    It goes to the database as it is: a number, a text, an aware datetime, a list of these.
    """

    def __init__(self, name: str, field: Field[Any, Any]) -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        return "%s", (self,)


class _Read(Expression):
    """A column of the answer: it knows how to read values, not the expression behind them."""

    def __init__(self, field: Field[Any, Any], converters: list[Any]) -> None:
        # Django keeps all arguments of an expression, so the column must not be one of them.
        super().__init__(output_field=field)
        self._converters = converters

    def get_db_converters(self, connection: Any) -> list[Any]:
        return list(self._converters)


def _read(column: Any, connection: Any) -> Any:
    if isinstance(column, Col):
        return column
    return _Read(column.output_field, column.get_db_converters(connection))


class Statement(Protocol):
    def on(self, connection: Any, given: Mapping[str, Any]) -> tuple[str, tuple[Any, ...]]:
        """What to execute there, with its values. Raises KeyError if a value is missing."""


class _Sent:
    """SQL that is sent anew each time."""

    def __init__(self, sql: str, parameters: Sequence[Any]) -> None:
        self._sql, self._parameters = sql, tuple(parameters)

    def on(self, connection: Any, given: Mapping[str, Any]) -> tuple[str, tuple[Any, ...]]:
        told = (given[part.name] if isinstance(part, Given) else part for part in self._parameters)
        return self._sql, tuple(told)


def statement_of(sql: str, parameters: Sequence[Any], connection: Any, *, kept: bool) -> Statement:
    """What Django compiled; what is a `Given` among `parameters` is told at each asking."""
    if not kept:
        return _Sent(sql, parameters)

    def opened(part: Any) -> Any:
        if not isinstance(part, Given):
            return part
        return Open(part.name, str(part.output_field.db_type(connection)))

    return KeptStatement(sql, [opened(part) for part in parameters], connection)


def given_key(name: str) -> Given:
    return Given(name, BigIntegerField())


def given_keys(name: str) -> Given:
    """A list of keys, for `= ANY(…)`."""
    return Given(name, ArrayField(BigIntegerField()))


class PreparedQuery(Generic[Row]):
    """`ask` makes the rows with a `Given` for each value that differs; it is called once a process.

    To build and compile a question with a dozen annotations takes Django longer than to read the
    row. What is compiled must not depend on the language, on settings, or on whether a transaction
    is open: all that differs is given. The database keeps it too; `of_reader` is for one of many
    that differ only in who asks, which would take a connection megabytes.
    """

    def __init__(self, ask: Callable[[], QuerySet[Row, Any]], *, of_reader: bool = False) -> None:
        self._ask = ask
        self._of_reader = of_reader

    def __call__(self, **given: Any) -> list[Any]:
        """The rows, in one statement. Raises KeyError if a value is missing."""
        if self._compiled is None:
            return []
        compiler, statement = self._compiled
        asked = copy(compiler)
        asked.connection = connections[self._rows.db]
        sql, told = statement.on(asked.connection, given)
        asked.as_sql = lambda *_args, **_kwargs: (sql, told)  # type: ignore[method-assign]
        rows = self._rows.all()
        rows.query.get_compiler = lambda *_args, **_kwargs: asked  # type: ignore[method-assign]
        return list(rows)

    def first(self, **given: Any) -> Row | None:
        """The row, or None, of a question that finds at most one."""
        rows: list[Row] = self(**given)
        return rows[0] if rows else None

    def get(self, **given: Any) -> Row:
        """The row. Raises DoesNotExist of its model."""
        row = self.first(**given)
        if row is None:
            raise self._rows.model.DoesNotExist  # type: ignore[attr-defined]
        return row

    @cached_property
    def _rows(self) -> QuerySet[Row, Any]:
        return self._ask()

    @cached_property
    def _compiled(self) -> tuple[SQLCompiler, Statement] | None:
        """None if no row can fit, whatever is given, as for what a visitor may read inside."""
        compiler = self._rows.query.get_compiler(using=self._rows.db)
        try:
            sql, parameters = compiler.as_sql()
        except EmptyResultSet:
            return None
        self._forget_the_parts(compiler)
        return compiler, statement_of(
            sql, parameters, compiler.connection, kept=not self._of_reader
        )

    def _forget_the_parts(self, compiler: SQLCompiler) -> None:
        """Drop the expressions that the SQL was made of, since nothing asks for them again.

        They would take half a megabyte for each reader of a desk, and each call would copy them.
        """
        query: Any = self._rows.query
        asked: Any = compiler
        read = partial(_read, connection=connections[self._rows.db])
        asked.select = [(read(one), said, name) for one, said, name in asked.select]
        query.annotations = {name: read(one) for name, one in query.annotations.items()}
        # Django keeps a second copy of the annotations here.
        query._annotation_select_cache = None
        query.where = WhereNode()
        asked.where = asked.having = asked.qualify = None
        self._ask = self._rows.all
