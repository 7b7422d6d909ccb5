"""How many issues a sweep moves in a second, compared with SQL by hand and with single acts.

ISSUES=1000,200000 in the environment says how many are due at once.
"""

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench._by_hand import sweep_by_hand
from bench._copies import REPETITIONS, on_a_copy, three
from bench._lay import lay_matters, lay_places
from issues.actions.push_up import push_up
from issues.actions.raise_issue import raise_issue
from issues.actions.sweep import sweep
from issues.inputs import NewMatter
from issues.models import Issue
from issues.queries.chain_soundness import broken_chains
from tests.world import World, build_world

SIZES = [int(size) for size in os.environ.get("ISSUES", "1000,20000").split(",")]
PLACES, ONE_BY_ONE = 20, 30
# A Monday morning, and a moment after the first clock of what was raised then.
RAISED_AT = datetime(2026, 11, 16, 1, tzinfo=UTC)
DUE_AT = RAISED_AT + timedelta(hours=5, minutes=31)


def measure() -> Iterator[str]:
    world = build_world()
    pattern = raised(world)
    lay_places(world.street, PLACES)
    yield one_by_one(world)
    laid = 1
    for size in SIZES:
        lay_matters([pattern], size - laid, places=range(PLACES + 1))
        laid = size
        yield from at(size)


def at(size: int) -> Iterator[str]:
    seen: set[str] = set()
    pairs = []
    # In turn, so that other work of the machine slows both alike.
    for _ in range(REPETITIONS):
        with on_a_copy():
            hand = rate(lambda: sweep_by_hand(DUE_AT), size, seen)
        with on_a_copy():
            pairs.append((rate(lambda: sweep(now=DUE_AT).handled, size, seen), hand))
    yield f"{size:,} due, SQL by hand: {three([hand for _, hand in pairs])} issues/s = 1.0"
    yield (
        f"{size:,} due, sweep: {three([mine for mine, _ in pairs])} issues/s"
        f" = {three([mine / hand for mine, hand in pairs], '.2f')}"
    )
    yield f"{size:,} due, the same rows written by both: {len(seen) == 1}"
    with on_a_copy():
        with CaptureQueriesContext(connection) as caught:
            sweep(now=DUE_AT)
        start = time.perf_counter()
        sweep(now=DUE_AT)
        idle = time.perf_counter() - start
        yield (
            f"{size:,} due: {len(caught) / size:.3f} statements each in batches of"
            f" {settings.SWEEP_BATCH:,}; nothing due: {idle * 1000:.1f} ms;"
            f" broken chains afterwards: {len(broken_chains())}"
        )


def rate(work: Callable[[], int], size: int, seen: set[str]) -> float:
    connection.ensure_connection()
    start = time.perf_counter()
    handled = work()
    spent = time.perf_counter() - start
    assert handled == size, f"{handled} of {size}"
    seen.add(rows())
    return size / spent


def one_by_one(world: World) -> str:
    rates = []
    for _ in range(REPETITIONS):
        with on_a_copy():
            made = [raised(world) for _ in range(ONE_BY_ONE)]
            start = time.perf_counter()
            for issue in made:
                push_up(issue, actor=world.grid_worker, now=DUE_AT, reason="办不了", tried="试过")
            rates.append(ONE_BY_ONE / (time.perf_counter() - start))
    return f"one by one, pushed up by a person: {three(rates)} issues/s"


def raised(world: World) -> Issue:
    matter = NewMatter(text="又堵了", building=world.building)
    return raise_issue(matter, actor=world.resident, reporter=world.resident, now=RAISED_AT)


# All that a sweep writes except keys, salts and the moment of recording.
WRITTEN = (
    "SELECT id, level, version, stage FROM issues_issue",
    "SELECT to_jsonb(a) - 'id' FROM issues_assignment a",
    "SELECT to_jsonb(d) - 'id' - 'assignment_id', a.turn FROM issues_deadline d"
    " JOIN issues_assignment a ON a.id = d.assignment_id",
    "SELECT s.name, s.length, e.number, e.kind, e.kind_version, e.happened_at, e.actor,"
    " convert_from(e.body, 'UTF8')::jsonb - 'salt' - 'recorded_at', u.entry_id IS NULL"
    " FROM ledger_entry e JOIN ledger_stream s ON s.id = e.stream_id"
    " LEFT JOIN ledger_unsealed u ON u.entry_id = e.id",
    "SELECT to_jsonb(n) - 'id', to_jsonb(d) - 'id' - 'notice_id' FROM notifications_notice n"
    " LEFT JOIN notifications_delivery d ON d.notice_id = n.id",
    "SELECT place, what, subject, at FROM notifications_happening",
)


def rows() -> str:
    """A digest of the rows that are there afterwards."""
    found = []
    with connection.cursor() as cursor:
        for query in WRITTEN:
            cursor.execute(
                "SELECT count(*), sum(hashtextextended(r::text, 0)::numeric)::text"
                f" FROM ({query}) AS r"
            )
            found.append(str(cursor.fetchone()))
    return " ".join(found)
