"""What others do, and what has ended, is not read: no statement of a page looks at more of it.

Read is counted in pages of the database, touched or fetched, and in matters gone through, which no
busy machine changes. The town grows once for all tests of this file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from council.models import Council
from council.queries.proposals import proposals
from grids.models import Body
from issues.actions.fold_tallies import fold_tallies
from issues.models import Assignment
from issues.queries.figures import numbers_of
from issues.queries.listing import MOST_COUNTED, open_counts
from issues.queries.merging import into_candidates
from issues.queries.similar import similar_to
from tests.budgets.growing import (
    FEW,
    MANY,
    OPEN,
    Patterns,
    Reader,
    grown,
    lay_a_few,
    lay_elsewhere,
    lay_ended,
    lay_open,
    patterns,
)
from tests.budgets.reading import Question, Read, read_for
from tests.harness.signing_in import signed_in
from tests.world import World

PAGES = {
    "/": "resident",
    "/issues/": "resident",
    "/issues/?stage=open": "resident",
    "/issues/?words=下水道": "resident",
    "/desk/grid/ZJD-1/": "grid_worker",
    "/desk/grid/ZJD-1/?section=today": "grid_worker",
    "/desk/grid/ZJD-1/?section=ended": "grid_worker",
    "/desk/grid/ZJD-1/?words=下水道": "grid_worker",
    "/desk/community/ZJD/": "staff",
    "/desk/community/ZJD/?section=unreached": "staff",
    "/desk/community/ZJD/?section=soon": "staff",
    "/desk/street/FHT/": "dispatcher",
    "/desk/street/FHT/?section=late": "supervisor",
    "/desk/department/FHT-ZJ/": "clerk",
    "/desk/department/FHT-ZJ/?section=ended": "clerk",
}
# Those that see an end to what they read; a department still goes through the turns it had, and
# a search through all there is.
PAGES_OF_A_PLACE = [
    path for path in PAGES if not path.startswith("/desk/department") and "words" not in path
]
TYPED = "三号楼前的下水道又堵了，脏水漫到便道上，味儿大得窗户不敢开，请来疏通"
ORDERS = [
    f"{narrowed}order={order}"
    for narrowed in ("community=ZJD&", "grid=ZJD-1&")
    for order in ("newest", "shared", "progress")
]
CARDS = re.compile(r'"issues_issue"\."public_title".* LIMIT 21$', re.DOTALL)


# Laying the town is in the time of whichever test comes first.
pytestmark = pytest.mark.timeout(600)


@dataclass
class Town:
    """What each reader read while the town grew, and how its tables were gone through at last."""

    pages: Reader
    searches: Reader
    proposing: dict[str, tuple[int, Read]]
    pasts: Reader
    orders: Reader
    ways: dict[str, dict[str, Any]]
    figures: Reader


@pytest.fixture(scope="module")
def town(common_world: World) -> Town:
    """The others grow tenfold, then this community's own past, then what is open there."""
    world, made = common_world, patterns(common_world)
    pages, searches = pages_of(world), searches_of(world, made)
    lay_a_few(world, made)
    look(pages, searches)
    lay_elsewhere(made, MANY - FEW)
    look(pages, searches)
    proposing = {body.code: proposed(body) for body in (world.grid, world.community)}

    pasts = Reader({path: pages.ask[path] for path in PAGES_OF_A_PLACE})
    orders, figures = orders_of(), figures_of(world)
    lay_ended(made, FEW)
    look(pasts, orders, figures)
    lay_ended(made, MANY - FEW)
    look(pasts, orders)
    ways = {asked: explained(cards(asked)) for query in ORDERS for asked in both_pages(query)}
    lay_open(made)
    look(figures)
    return Town(pages, searches, proposing, pasts, orders, ways, figures)


def look(*readers: Reader) -> None:
    for reader in readers:
        reader.look()


def pages_of(world: World) -> Reader:
    clients = {who: signed_in(getattr(world, who)) for who in set(PAGES.values())}
    return Reader({path: partial(drawn, clients[who], path) for path, who in PAGES.items()})


def drawn(client: Client, path: str) -> str:
    page = client.get(path)
    assert page.status_code == 200, path
    return page.content.decode()


def searches_of(world: World, made: Patterns) -> Reader:
    """Asked of the list, of a desk, of the hints while somebody types and of merging."""
    resident, worker = signed_in(world.resident), signed_in(world.grid_worker)
    return Reader(
        {
            "the list": lambda: drawn(resident, "/issues/?words=下水道"),
            "one character": lambda: drawn(resident, "/issues/?words=水"),
            "a spoken number": lambda: drawn(resident, "/issues/?words=珠玑东 1 号"),
            "a grid's desk": lambda: drawn(worker, "/desk/grid/ZJD-1/?words=下水道"),
            "hints": lambda: similar_to(TYPED, community_id=world.community.pk),
            "merging": lambda: into_candidates(made.published),
        }
    )


def proposed(body: Body) -> tuple[int, Read]:
    """How many turns the body has, and what its council's proposals read."""
    now, council = timezone.now(), Council.objects.create(body=body)
    held = Assignment.objects.current().filter(body=body).count()
    return held, read_for(lambda: proposals(council, until=now + timedelta(days=5), now=now))


def orders_of() -> Reader:
    return Reader(
        {f"{query} {at}": partial(card_of, query, at) for query in ORDERS for at in (0, 1)}
    )


def card_of(query: str, at: int) -> None:
    """Ask the database alone for the cards of that page."""
    with connection.cursor() as cursor:
        cursor.execute(cards(both_pages(query)[at]))


def both_pages(query: str) -> list[str]:
    """The first page of an order, and the one behind it."""
    found = re.search(r'rel="next" href="\?([^"]+)"', drawn(Client(), f"/issues/?{query}"))
    assert found is not None
    return [query, found[1].replace("&amp;", "&")]


def cards(query: str) -> str:
    """The statement that brings the cards of a page."""
    with CaptureQueriesContext(connection) as asked:
        drawn(Client(), f"/issues/?{query}")
    (sql,) = [one["sql"] for one in asked.captured_queries if CARDS.search(one["sql"])]
    return str(sql)


def explained(sql: str) -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        return dict(cursor.fetchone()[0][0]["Plan"])


def figures_of(world: World) -> Reader:
    resident = signed_in(world.resident)
    return Reader(
        {
            "the first page": lambda: drawn(resident, "/"),
            "figures": lambda: numbers_of(world.community),
            "open": lambda: open_counts(world.community),
        },
        ready=fold_tallies,
    )


def test_a_page_reads_no_more_when_other_places_grow_tenfold(town: Town, world: World) -> None:
    assert not grown(*town.pages.read)


def test_a_search_reads_no_more_when_other_places_grow_tenfold(town: Town, world: World) -> None:
    def of_issues(read: dict[str, Read]) -> dict[str, Read]:
        """What all questions about issues read together."""
        return {
            name: [
                Question(
                    sum(one.pages for one in asked if "issues_issue" in one.sql),
                    sum(one.matters for one in asked if "issues_issue" in one.sql),
                    name,
                )
            ]
            for name, asked in read.items()
        }

    before, after = town.searches.read
    assert not grown(of_issues(before), of_issues(after), at_most=1.5)


def test_what_is_proposed_reads_what_the_body_has(town: Town, world: World) -> None:
    """Each turn costs a look into the index of issues, however many others there are."""
    for code, (held, read) in town.proposing.items():
        (asked,) = read
        assert asked.pages <= 20 + 4 * held, f"{code}: {asked.pages} for {held}: {asked.sql}"


def test_a_page_reads_no_more_when_its_own_past_grows_tenfold(town: Town, world: World) -> None:
    assert not grown(*town.pasts.read)


def test_a_page_of_each_order_comes_from_an_index_however_many_there_are(
    town: Town, world: World
) -> None:
    of_cards = [
        {name: [one for one in read if CARDS.search(one.sql)] for name, read in look.items()}
        for look in town.orders.read
    ]
    assert all(of_cards[0].values())
    assert not grown(*of_cards, at_most=1.5)
    for asked, plan in town.ways.items():
        steps = outer(plan)
        assert not {one for one in steps if "Sort" in one or one == "Seq Scan"}, (asked, steps)


def outer(plan: dict[str, Any]) -> set[str]:
    """What brings the rows themselves; what is asked of each card lies below, as a subplan."""
    plans = [one for one in plan.get("Plans", ()) if one["Parent Relationship"] != "SubPlan"]
    return {plan["Node Type"]}.union(*(outer(one) for one in plans))


def test_figures_are_kept_and_not_counted(town: Town, world: World) -> None:
    before, after = town.figures.read
    assert numbers_of(world.community).raised >= MANY + OPEN
    assert sum(open_counts(world.community).values()) >= OPEN
    assert not grown(before, after)


def test_no_more_are_counted_than_anybody_looks_through(town: Town, world: World) -> None:
    said = re.findall(r'data-say="([^"]+)"', drawn(Client(), "/issues/?community=ZJD"))
    assert said == [f"超过 {MOST_COUNTED} 件"]
