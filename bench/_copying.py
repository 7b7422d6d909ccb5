"""Copy rows of many tables by set-based SQL; the copies get keys of their own and use them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models

from accounts.models import User
from grids.models import Body, Building, Competence, Estate, Posting, Residence, Venue
from ledger.models import Entry, Pseudonym

# Rows that belong to a place and are copied with it.
PLACED = (Body, Estate, Building, Venue, Competence, User, Posting, Residence)


@dataclass(frozen=True)
class Part:
    """A table to copy: where its rows `t` come from, and what differs in the copy.

    `source` follows FROM and names the rows `t` of pattern `p`; `changed` is SQL over the row
    `old`, its copy's number `c` and the new key `new`.
    """

    model: type[models.Model]
    source: str
    changed: Mapping[str, str] = field(default_factory=dict)
    order: str = ""
    # What is joined once for each copied row.
    besides: str = ""

    @property
    def table(self) -> str:
        return self.model._meta.db_table


# What bodies hold of a stream and of a person: digests of salt and name, salt and number.
NAME = "encode(sha256({0}.salt || convert_to({0}.name, 'UTF8')), 'hex')"
PERSON = "encode(sha256({0}.salt || convert_to({0}.user_id::text, 'UTF8')), 'hex')"
# What to join in addition when a row of these is copied.
BESIDES: dict[type[models.Model], str] = {
    Pseudonym: (
        " LEFT JOIN lay_place_accounts_user who ON who.n = c.place AND who.old = old.user_id"
    ),
    Entry: (
        " JOIN (SELECT m.n, m.old, o.public_id AS old_public, s.public_id AS public,"
        f" {NAME.format('o')} AS old_name, {NAME.format('s')} AS name"
        " FROM lay_matter_ledger_stream m JOIN ledger_stream o ON o.id = m.old"
        " JOIN ledger_stream s ON s.id = m.new) line"
        " ON line.n = c.n AND line.old = old.stream_id"
        f" LEFT JOIN (SELECT m.n, m.old, m.new, {PERSON.format('o')} AS old_person,"
        f" {PERSON.format('p')} AS person FROM lay_matter_ledger_pseudonym m"
        " JOIN ledger_pseudonym o ON o.id = m.old JOIN ledger_pseudonym p ON p.id = m.new) actor"
        " ON actor.n = c.n AND actor.old = old.actor"
    ),
}


def copy_all(parts: Iterable[Part], copies: str) -> None:
    """Draw all new keys first, so that rows may point to each other, then insert the rows."""
    parts = list(parts)
    for part in parts:
        key_all(part, copies)
    keyed = {part.model for part in parts}
    for part in parts:
        insert_all(part, copies, keyed)


def key_all(part: Part, copies: str) -> None:
    key = part.model._meta.pk
    if key.is_relation:
        new = "NULL::bigint"
    elif isinstance(key, models.UUIDField):
        new = "gen_random_uuid()"
    else:
        new = f"nextval(pg_get_serial_sequence('{part.table}', '{key.column}'))"
    table = f"{copies}_{part.table}"
    run(f"DROP TABLE IF EXISTS {table}")
    run(
        f"CREATE UNLOGGED TABLE {table} AS SELECT n, old, {new} AS new FROM ("
        f"SELECT DISTINCT c.n, t.{key.column} AS old FROM {part.source}"
        f" JOIN {copies} c ON c.pattern = p.id ORDER BY 1, 2) d"
    )
    run(f"ANALYZE {table}")


def insert_all(part: Part, copies: str, keyed: set[type[models.Model]]) -> None:
    values: dict[str, str] = {}
    joins = BESIDES.get(part.model, "")
    for column in part.model._meta.concrete_fields:
        values[column.attname] = value_of(column, part, keyed)
        if values[column.attname].startswith("coalesce(at_"):
            joins += keys_of(column, copies, keyed)
    joins += part.besides
    quoted = ", ".join(f'"{name}"' for name in values)
    run(
        f"INSERT INTO {part.table} ({quoted}) SELECT {', '.join(values.values())}"
        f" FROM {copies}_{part.table} new JOIN {copies} c ON c.n = new.n"
        f" JOIN {part.table} old ON old.{part.model._meta.pk.attname} = new.old{joins}"
        f" {part.order or 'ORDER BY new.n, new.old'}"
    )


def value_of(column: models.Field[Any, Any], part: Part, keyed: set[type[models.Model]]) -> str:
    """SQL over `old`, `new` and `c` for what the copy has in `column`."""
    name = column.attname
    if name in part.changed:
        return part.changed[name]
    if column.related_model in keyed or column.related_model in PLACED:
        return f"coalesce(at_{name}.new, old.{name})"
    if column.primary_key:
        return "new.new"
    if isinstance(column, models.UUIDField) and column.unique:
        return "gen_random_uuid()"
    # The times of an entry are part of its body.
    if isinstance(column, models.DateTimeField) and part.model is not Entry:
        return f"old.{name} - c.back"
    return f"old.{name}"


def keys_of(column: models.Field[Any, Any], copies: str, keyed: set[type[models.Model]]) -> str:
    """Join the new key of the row that `column` points to, in the same copy or at its place."""
    target = column.related_model
    assert target is not None, "asked for what points to another table"
    maps, at = (copies, "n") if target in keyed else ("lay_place", "place")
    return (
        f" LEFT JOIN {maps}_{target._meta.db_table} at_{column.attname}"
        f" ON at_{column.attname}.n = c.{at} AND at_{column.attname}.old = old.{column.attname}"
    )


def run(statement: str, values: list[Any] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement if values is not None else statement.replace("%%", "%"), values)
