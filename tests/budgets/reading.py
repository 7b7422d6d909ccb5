"""How many pages of the database a question reads, which no busy machine changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench._copying import run

QUESTION = ("SELECT", "(SELECT", "WITH")
# Of each question the pages touched or fetched, and its words.
Read: TypeAlias = "list[tuple[int, str]]"


def as_if_large() -> None:
    """The planner has to know what was laid; and it must not read a table from end to end.

    In a large installation that never pays; here it would.
    """
    run("ANALYZE")
    run("SET LOCAL enable_seqscan = off")


def read_for(ask: Callable[[], object]) -> Read:
    with CaptureQueriesContext(connection) as asked:
        ask()
    return read_by(asked)


def read_by(asked: CaptureQueriesContext) -> Read:
    questions = [query["sql"].strip() for query in asked.captured_queries]
    return [(touched(sql), sql) for sql in questions if sql.startswith(QUESTION)]


def touched(question: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {question}")
        plan = cursor.fetchone()[0][0]["Plan"]
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])
