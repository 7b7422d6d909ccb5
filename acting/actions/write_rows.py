"""Write many rows in one statement, each column as an array.

The statement stays equally short for any number of rows, so PostgreSQL parses and plans it
quickly. Django's `bulk_update` writes a CASE for every row and column. The result is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connection, models
from django.db.models import Exists, OuterRef

from acting.actions.row_statements import (
    INSERT,
    INSERT_AS_IT_IS,
    INSERT_NEW,
    KEYS,
    Statement,
    given_key,
    insert_of,
    insert_of_all,
    update_of,
)
from acting.actions.written import written

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
    _refuse_known(rows)
    if given_key(model) is None or not keys:
        _execute(insert_of(model, INSERT_AS_IT_IS), rows)
        _note_written(rows)
    else:
        sql, values = (beside.sql, beside.values) if beside else ("", ())
        given = _execute(insert_of(model, INSERT, beside=sql), rows, values)
        _note_written(rows, [value for (value,) in given])


def insert_together(rows: Iterable[models.Model]) -> None:
    """As `insert_rows` for rows of several models, in one statement.

    A row may refer to another of them, since keys are drawn before anything is inserted. Only a
    row that brings its own key is written after the rows it refers to, by one statement more.
    """
    kinds: dict[type[models.Model], list[models.Model]] = {}
    for row in rows:
        kinds.setdefault(type(row), []).append(row)
    waiting = list(kinds.values())
    while waiting:
        ready = [kind for kind in waiting if given_key(type(kind[0])) or not _refers_to_new(kind)]
        # Rows that wait for each other in a circle are written too; the database refuses them.
        _insert_all(ready or waiting)
        waiting = [kind for kind in waiting if kind[0]._state.adding]


def _insert_all(kinds: Sequence[Sequence[models.Model]]) -> None:
    for rows in kinds:
        _refuse_known(rows)
    pointers = _pointers(kinds)
    refers = tuple(sorted({(one.kind, one.link.attname, one.other_kind) for one in pointers}))
    parts = insert_of_all(tuple(type(rows[0]) for rows in kinds), refers)
    try:
        for one in pointers:
            one.row.__dict__[one.link.attname] = -one.number
        values = [
            value for part, rows in zip(parts, kinds, strict=True) for value in _values(part, rows)
        ]
    finally:
        for one in pointers:
            one.row.__dict__[one.link.attname] = None
    keys = ", ".join(KEYS.format(id=part.key, at=at) for at, part in enumerate(parts))
    texts = ",\n".join(part.text for part in parts)
    # RECURSIVE lets a part name one that stands behind it.
    most = max(map(len, kinds))
    ((*given,),) = written(f"WITH RECURSIVE {texts}\nSELECT {keys}", values, rows=most)
    for rows, keys_of_rows in zip(kinds, given, strict=True):
        _note_written(rows, keys_of_rows if given_key(type(rows[0])) else ())
    for one in pointers:
        one.row.__dict__[one.link.attname] = one.other.pk


@dataclass(frozen=True, slots=True)
class _Pointer:
    """`row`, of kind `kind`, refers by `link` to `other`, new row `number` of kind `other_kind`."""

    row: models.Model
    kind: int
    link: Any
    other: models.Model
    other_kind: int
    number: int


def _pointers(kinds: Sequence[Sequence[models.Model]]) -> list[_Pointer]:
    """The references between rows whose keys are drawn by this same statement."""
    drawn = {
        id(row): (row, at, number)
        for at, rows in enumerate(kinds)
        if given_key(type(rows[0]))
        for number, row in enumerate(rows, start=1)
    }
    return [
        _Pointer(row, at, link, *drawn[id(other)])
        for at, rows in enumerate(kinds)
        for row, link, other in _new_others(rows)
        if id(other) in drawn
    ]


def _refuse_known(rows: Sequence[models.Model]) -> None:
    if given_key(type(rows[0])) is not None and any(row.pk is not None for row in rows):
        raise ValueError("A row that has its key is updated, not inserted.")


def _note_written(rows: Sequence[models.Model], keys: Sequence[Any] = ()) -> None:
    alias = connection.alias
    for row, value in zip(rows, keys, strict=False):
        row.pk = value
    for row in rows:
        row._state.adding, row._state.db = False, alias


def insert_new_rows(rows: Sequence[Row]) -> None:
    """Insert `rows`, but skip those that would violate a unique constraint; set no keys."""
    if rows:
        _execute(insert_of(type(rows[0]), INSERT_NEW), rows)


def update_rows(rows: Sequence[Row], fields: Sequence[str]) -> None:
    """Update `fields` of `rows`, which are of one model and named once each."""
    update_together((rows, fields))


def update_together(*kinds: tuple[Sequence[models.Model], Sequence[str]]) -> None:
    """As `update_rows` for rows of several models with the fields of each, in one statement."""
    texts: list[str] = []
    values: list[Any] = []
    most = 0
    for rows, fields in kinds:
        if not rows:
            continue
        if len({row.pk for row in rows} - {None}) != len(rows):
            raise ValueError("Each row to be updated has a key, and no two the same.")
        statement = update_of(type(rows[0]), tuple(fields))
        texts.append(statement.text)
        values += _values(statement, rows)
        most = max(most, len(rows))
    if texts:
        before = ", ".join(f"changed{at} AS ({text})" for at, text in enumerate(texts[:-1]))
        written(f"WITH {before} {texts[-1]}" if before else texts[-1], values, rows=most)


def delete_unreferenced(model: type[models.Model], keys: Sequence[int]) -> int:
    """Delete those rows that no other row refers to, in one statement, and return their number.

    Django's own `delete` asks each table that may refer to one first, a statement each.
    """
    if not keys:
        return 0
    rows = model._default_manager.filter(pk__in=keys)
    for link in model._meta.get_fields(include_hidden=True):
        if link.auto_created and not link.concrete and (link.one_to_many or link.one_to_one):
            others = link.related_model._base_manager  # type: ignore[union-attr]
            rows = rows.exclude(Exists(others.filter(**{link.field.name: OuterRef("pk")})))  # type: ignore[union-attr]
    return rows._raw_delete(rows.db)


def _execute(
    statement: Statement, rows: Sequence[models.Model], more: Sequence[Any] = ()
) -> list[tuple[Any, ...]]:
    return written(statement.text, [*_values(statement, rows), *more], rows=len(rows))


def _values(statement: Statement, rows: Sequence[models.Model]) -> list[Any]:
    for link in statement.links:
        _follow(link, rows)
    return [column.values(rows) for column in statement.columns]


def _refers_to_new(rows: Sequence[models.Model]) -> bool:
    """Whether a row points to one that has no key yet."""
    return any(True for _found in _new_others(rows))


def _new_others(rows: Sequence[models.Model]) -> Iterator[tuple[models.Model, Any, models.Model]]:
    """Rows with the link and what it points to, where that has no key yet."""
    fields: list[Any] = list(type(rows[0])._meta.concrete_fields)
    for link in [field for field in fields if field.is_relation]:
        for row in rows:
            if row.__dict__.get(link.attname) is not None:
                continue
            other = row._state.fields_cache.get(link.name)
            if other is not None and getattr(other, link.target_field.attname) is None:
                yield row, link, other


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
