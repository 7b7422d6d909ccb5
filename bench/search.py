"""Search, hints and desks in a small installation and in a large one.

The texts are those of the demo. The community that is asked has ten thousand matters; only the
number of other communities differs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench._lay import growing
from bench._timing import repeated
from demo.stories import stories
from desks.queries.queue import search
from desks.rules import kind_of_desk
from desks.sections import PLANS
from grids.models import Body
from grids.queries.standing import standing_of
from issues.actions.publish import publish
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.inputs import NewMatter
from issues.models import Issue
from issues.queries.listing import Filters, cards_of, found_in_list
from issues.queries.similar import similar_to
from tests.world import World, build_world

OWN = int(os.environ.get("OWN", "10000"))
OF_ANOTHER = 1_000
SIZES = tuple(int(size) for size in os.environ.get("ISSUES", "10000,200000").split(","))
YEARS = timedelta(days=700)
TYPED = "三号楼前的下水道又堵了，脏水漫到便道上，味儿大得窗户不敢开，老人摔了一跤，请来疏通"
QUESTIONS = ("下水道", "电梯坏了怎么办", "3号楼 路灯不亮", "水", "的", "zjd-2026-7", "珠玑东 7 号")
INTRODUCTION = f"""\
Milliseconds, minimum / median / maximum of three repetitions of a second each. The community that
is asked has {OWN:,} matters, each of the others {OF_ANOTHER:,}. “Pages” are those of the database,
8 kB each, that the statement which finds touches; “found” counts exact and close.
"""
HEAD = """\
| matters | asked | of | milliseconds | pages | found |
|---|---|---|--:|--:|--:|"""
Find = Callable[[], int]


@dataclass(frozen=True, slots=True)
class Asked:
    question: str
    where: str
    find: Find


def measure() -> Iterator[str]:
    world = build_world()
    made = patterns(world)
    yield INTRODUCTION
    yield HEAD
    for size in growing(world.street, made, SIZES, own=OWN, each=OF_ANOTHER, spread=YEARS):
        for asked in ways(world):
            yield row(asked, size)
        yield sizes(size)


def patterns(world: World) -> list[Issue]:
    return [told(world, story.raised.text) for story in stories() if story.raised.text]


def told(world: World, text: str) -> Issue:
    now = timezone.now()
    matter = NewMatter(text=text, building=world.building)
    issue = raise_issue(matter, actor=world.resident, reporter=world.resident, now=now)
    receive(issue, actor=world.grid_worker, now=now)
    return publish(issue, actor=world.grid_worker, now=now, title=text[:16], text=text)


def ways(world: World) -> Iterator[Asked]:
    for words in QUESTIONS:
        yield Asked(words, "the list", lambda words=words: listed(world, words))  # type: ignore[misc]
    for body, who in (
        (world.grid, world.grid_worker),
        (world.street, world.dispatcher),
        (world.housing, world.clerk),
        (world.district_housing, world.district_clerk),
    ):
        find = at_desk(body, standing_of(who, now=timezone.now()))
        yield Asked("下水道", f"the desk of a {kind_of_desk(body)}, {body.code}", find)
    yield Asked(f"{len(TYPED)} characters", "hints", lambda: hinted(world))


def listed(world: World, words: str) -> int:
    found = found_in_list(Filters(community=world.community, words=words))
    cards_of(found.keys[:20])
    return len(found.keys)


def at_desk(body: Body, standing: object) -> Find:
    plan = PLANS[kind_of_desk(body)]
    return lambda: len(search(plan, body, standing, "下水道").keys)  # type: ignore[arg-type]


def hinted(world: World) -> int:
    return len(similar_to(TYPED, community_id=world.community.pk))


def row(asked: Asked, size: int) -> str:
    found = asked.find()
    took = repeated(asked.find)
    return (
        f"| {size:,} | {asked.question} | {asked.where} | {took.milliseconds()}"
        f" | {pages(asked.find):,} | {found:,} |"
    )


def pages(find: Find) -> int:
    with CaptureQueriesContext(connection) as asked:
        find()
    return sum(touched(query["sql"]) for query in asked.captured_queries if "hit" in query["sql"])


def touched(question: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {question}")
        plan = cursor.fetchone()[0][0]["Plan"]
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


def sizes(size: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_size_pretty(pg_relation_size('issues_findable')),"
            " pg_size_pretty(pg_table_size('issues_findable')),"
            " pg_size_pretty(pg_relation_size('findable_terms'))"
        )
        rows, table, index = cursor.fetchone()
    return f"| {size:,} | | rows {rows}, with their terms {table}, index {index} | | | |"
