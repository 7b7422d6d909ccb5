"""SQL that the database itself keeps, parsed and planned, for as long as a connection lives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import count
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from psycopg import sql

# Of what Django compiled: a value, or a percent sign that is meant.
PLACE = re.compile(r"%[s%]")
# What a statement is about, for whoever looks what the database is busy with.
TABLE = re.compile(r'\b(?:FROM|INTO|UPDATE) "?(\w+)')
# Of a name in PostgreSQL.
LONGEST = 63
_numbers = count(1)
# What each connection was told to keep. It is gone with the connection, here as in the database.
_kept: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


class Open(NamedTuple):
    """Where a value stands that each asking tells anew, and what PostgreSQL calls its type."""

    name: str
    type: str


class KeptStatement:
    """A question, `PREPARE`d by the first that asks on a connection, then called by name.

    PostgreSQL plans it once, for any values (`config/limits.py:PLANNING`). So it is for what always
    goes the same way, by keys. It needs a connection of one's own: a pooler in between must keep to
    sessions (decision 0089).
    """

    def __init__(self, compiled: str, parameters: Sequence[Any], connection: Any) -> None:
        """`parameters` in the order of their places in `compiled`, an `Open` or a value."""
        types = {part.name: part.type for part in parameters if isinstance(part, Open)}
        self._order = list(types)
        numbers = {name: f"${at}" for at, name in enumerate(types, 1)}
        told = iter(parameters)
        connection.ensure_connection()

        def put_in(place: re.Match[str]) -> str:
            if place[0] == "%%":
                return "%"
            value = next(told)
            if isinstance(value, Open):
                return numbers[value.name]
            return sql.Literal(value).as_string(connection.connection)

        declared = f"({', '.join(types.values())})" if types else ""
        self._call = KeptCall("kept", declared, PLACE.sub(put_in, compiled), places=len(types))

    def on(self, connection: Any, given: Mapping[str, Any]) -> tuple[str, tuple[Any, ...]]:
        """What to execute, with its values. Raises KeyError if a value is missing."""
        told = tuple(given[name] for name in self._order)
        return self._call.on(connection), told


@cache
def kept_write(text: str) -> KeptCall:
    """SQL of ours that writes, kept as a `KeptStatement` is; a cast says the type of each value.

    For few rows: PostgreSQL does not know how many an array holds when it plans for any.
    """
    numbers = count(1)
    numbered = re.sub("%s", lambda _place: f"${next(numbers)}", text)
    return KeptCall("write", "", numbered, places=text.count("%s"))


class KeptCall:
    """What is kept under a name, which no other has in this process, and how it is called."""

    def __init__(self, kind: str, declared: str, text: str, *, places: int) -> None:
        table = TABLE.search(text)
        self._name = f"{kind}_{next(_numbers)}_{table[1] if table else ''}"[:LONGEST]
        self._prepare = f"PREPARE {self._name}{declared} AS {text}"
        self._execute = f"EXECUTE {self._name}"
        if places:
            self._execute += f" ({', '.join(['%s'] * places)})"

    def on(self, connection: Any) -> str:
        """What to execute, with as many values as there are places."""
        connection.ensure_connection()
        kept = _kept.setdefault(connection.connection, set())
        if self._name not in kept:
            connection.validate_no_broken_transaction()
            # Past Django's cursor: it belongs to the connection, not to what is asked of it.
            with connection.wrap_database_errors:
                connection.connection.cursor().execute(self._prepare)
            kept.add(self._name)
        return self._execute
