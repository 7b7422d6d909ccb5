"""Many values as the text of one PostgreSQL array.

The driver asks in Python of each member of a list, and each of its characters, whether it needs
quotes. What PostgreSQL reads as Python writes it is put together here, in quotes all of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from psycopg.types.json import Jsonb


def member(value: Any) -> str:
    """None, text, bytes, JSON, or a value that PostgreSQL reads as Python writes it."""
    if value is None:
        return "NULL"
    if isinstance(value, Jsonb):
        value = (value.dumps or json.dumps)(value.obj)
    elif isinstance(value, bytes):
        return f'"\\\\x{value.hex()}"'
    elif not isinstance(value, str):
        return f'"{value}"'
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def array_of(values: Iterable[Any], written: Callable[[Any], str] = member) -> str:
    """`values` in their order, to be cast, as in `%s::text[]`.

    Many rows share one thing, like nothing, now, or the sum behind a clock: each is written once.
    """
    values = list(values)
    keys = list(map(id, values))
    texts = {key: written(value) for key, value in dict(zip(keys, values, strict=True)).items()}
    return "{" + ",".join(map(texts.__getitem__, keys)) + "}"
