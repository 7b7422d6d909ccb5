"""How much of the database a question reads, which no busy machine changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench._copying import run

QUESTION = ("SELECT", "(SELECT", "WITH", "EXECUTE kept_")
# As Django calls the table in what it asks for, and in no question within.
MATTERS = "issues_issue"


class Question(NamedTuple):
    """The pages it touched or fetched, the matters it went through for its answer, its words."""

    pages: int
    matters: int
    sql: str


Read: TypeAlias = "list[Question]"


def as_if_large() -> None:
    """The planner knows what was laid; it must not read a table from end to end.

    In a large installation that never pays; here it would.
    """
    as_usual()
    run("SET LOCAL enable_seqscan = off")


def as_it_is() -> None:
    """What lays a town may read tables from end to end: without that it takes a minute."""
    as_usual()
    run("SET LOCAL enable_seqscan = on")


def as_usual() -> None:
    """The planner looks for a way as it does in use, and not briefly as for most tests."""
    for limit in ("join_collapse_limit", "from_collapse_limit"):
        run(f"SET LOCAL {limit} = 8")
    # What the database keeps may have been planned before the settings of this test.
    run("SET LOCAL plan_cache_mode = force_custom_plan")


def read_for(ask: Callable[[], object]) -> Read:
    with CaptureQueriesContext(connection) as asked:
        ask()
    return read_by(asked)


def read_by(asked: CaptureQueriesContext) -> Read:
    questions = [query["sql"].strip() for query in asked.captured_queries]
    return [explained(sql) for sql in questions if sql.startswith(QUESTION)]


def explained(sql: str) -> Question:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}")
        plan = cursor.fetchone()[0][0]["Plan"]
    pages = plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
    matters = sum(gone_through(step) for step in steps(plan) if step.get("Alias") == MATTERS)
    return Question(int(pages), int(matters), sql)


def steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from steps(below)


def gone_through(step: dict[str, Any]) -> float:
    """The rows it brought and those it left out, each time that it was taken."""
    seen: float = step["Actual Rows"] + step.get("Rows Removed by Filter", 0)
    return seen * float(step["Actual Loops"])
