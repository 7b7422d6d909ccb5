"""What we write by SQL of our own goes the same way whether the database keeps it or not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from acting.actions.arrays import array_of
from acting.actions.written import FEW_ROWS, written

WRITE = """
INSERT INTO written_so (name, size)
SELECT name, size FROM unnest(%s::text[], %s::int[]) AS given (name, size)
RETURNING size
"""
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _table(db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE written_so (name text, size int CHECK (size > 0))")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE written_so")


def sizes(many: int, *, first: int = 1) -> list[int]:
    given = range(first, first + many)
    names = array_of(["100 % '语', %s $1"] * many)
    rows = written(WRITE, [names, array_of(given)], rows=many)
    return [size for (size,) in rows]


def kept() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'write_%_written_so'"
        )
        (number,) = cursor.fetchone()
    return int(number)


def test_few_rows_are_written_by_what_the_database_keeps() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert sizes(0) == []
        assert sizes(1) == [1]
        assert sizes(FEW_ROWS, first=5) == list(range(5, 5 + FEW_ROWS))
    assert kept() == 1
    assert all(" write_" in query["sql"] for query in asked)
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT name FROM written_so")
        assert cursor.fetchall() == [("100 % '语', %s $1",)]


def test_many_are_planned_by_their_number() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert len(sizes(FEW_ROWS + 1)) == FEW_ROWS + 1
    assert [query["sql"].split()[0] for query in asked] == ["INSERT"]


def test_what_is_refused_is_refused_the_next_time_as_well() -> None:
    for _time in range(2):
        with pytest.raises(IntegrityError), transaction.atomic():
            sizes(1, first=0)
    assert sizes(1) == [1]
