"""How many issues the clock moves in a second, beside pushing each up by an act of its own."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from issues.actions.push_up import push_up
from issues.actions.raise_issue import raise_issue
from issues.actions.sweep import BATCH, sweep
from issues.inputs import Matter
from issues.models import Issue
from issues.queries.chain import broken_chains
from tests.world import World, build_world

MANY, ONE_BY_ONE = 300, 30


def measure() -> Iterator[str]:
    world = build_world()
    now = timezone.now()
    made = [raised(world, now - timedelta(days=60)) for _ in range(ONE_BY_ONE)]
    alone, by_hand = spent(lambda: up(world, made, now))
    yield (
        f"one by one, by hand: {ONE_BY_ONE / alone:,.0f} issues/s, "
        f"{by_hand / ONE_BY_ONE:.0f} statements each"
    )
    sweep(now=now)
    for _ in range(MANY):
        raised(world, now - timedelta(days=60))
    together, statements = spent(lambda: sweep(now=now))
    rate = (MANY / together) / (ONE_BY_ONE / alone)
    yield (
        f"sweep: {MANY / together:,.0f} issues/s, {statements / MANY:.2f} statements each in "
        f"batches of {BATCH}, {rate:.1f} × one by one"
    )
    idle, asked = spent(lambda: sweep(now=now))
    yield f"nothing due: {idle * 1000:.1f} ms, {asked} statement"
    yield f"broken chains afterwards: {len(broken_chains())}"


def raised(world: World, then: datetime) -> Issue:
    matter = Matter(text="又堵了", building=world.building, category=world.categories["sewers"])
    return raise_issue(matter, actor=world.resident, reporter=world.resident, now=then)


def up(world: World, issues: list[Issue], now: datetime) -> None:
    for issue in issues:
        push_up(issue, actor=world.grid_worker, now=now, reason="办不了", tried="试过")


def spent(work: Callable[[], object]) -> tuple[float, int]:
    """Seconds, and statements sent."""
    with CaptureQueriesContext(connection) as caught:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start, len(caught)
