"""What is put together here PostgreSQL reads as it was meant."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from psycopg.types.json import Jsonb

from acting.actions.arrays import array_of, member

NOON = datetime(2026, 11, 16, 12, 0, 0, 123456, tzinfo=UTC)
ODD = ["", "NULL", "null", " ", 'a "b" \\ {c,d}', "it's", "100% %s", "行\n列", None]
JSON = [{"深": ['"', None]}, [], "words", 5]


def read_back(values: list[Any], kind: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT m FROM unnest(%s::{kind}[]) WITH ORDINALITY AS a (m, n) ORDER BY n",
            [array_of(values)],
        )
        return [bytes(m) if isinstance(m, memoryview) else m for (m,) in cursor.fetchall()]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (ODD, "text"),
        ([b"", bytes(range(256)), b'"\\x00', None], "bytea"),
        ([True, False, None], "boolean"),
        ([-(2**62), 0, None], "bigint"),
        ([NOON, None], "timestamptz"),
        ([uuid.UUID(int=5), None], "uuid"),
        ([], "text"),
    ],
)
def test_values_are_read_as_they_were_given(values: list[Any], kind: str) -> None:
    assert read_back(values, kind) == values


@pytest.mark.django_db
def test_json_is_read_as_json() -> None:
    with connection.cursor() as cursor:
        written = array_of([Jsonb(said) for said in JSON])
        cursor.execute("SELECT to_jsonb(%s::jsonb[]) = %s::jsonb", [written, json.dumps(JSON)])
        assert cursor.fetchone() == (True,)


def test_what_many_share_is_written_once_and_what_is_alike_stays_apart() -> None:
    written = []

    def counted(value: object) -> str:
        written.append(value)
        return member(value)

    shared = ["one thing"]
    assert array_of(shared * 3 + [True, 1], counted) == (
        '{"one thing","one thing","one thing","True","1"}'
    )
    assert written == ["one thing", True, 1]
