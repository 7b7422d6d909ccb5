"""Each order of the list reads its page from an index, however many matters the place has."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench._copying import run
from bench._lay import lay_matters, lay_places
from issues.actions.support import support
from issues.queries.listing import MOST_COUNTED
from tests.budgets.test_growth import SPREAD, touched
from tests.issues.staging import MINUTE, MONDAY, published
from tests.world import World

FEW, TENFOLD = 450, 4_500
ASKED = [
    f"{narrowed}order={order}"
    for narrowed in ("", "grid=ZJD-1&")
    for order in ("newest", "shared", "progress")
]
CARDS = re.compile(r'"issues_issue"\."public_title".* LIMIT 21$', re.DOTALL)


def cards(client: Client, query: str) -> str:
    """The statement that brings the cards of a page."""
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/issues/?{query}")
    assert page.status_code == 200
    (sql,) = [one["sql"] for one in asked.captured_queries if CARDS.search(one["sql"])]
    return str(sql)


def second_page(client: Client, query: str) -> str:
    page = client.get(f"/issues/?{query}").content.decode()
    found = re.search(r'rel="next" href="\?([^"]+)"', page)
    assert found is not None
    return found[1].replace("&amp;", "&")


def outer(plan: dict[str, Any]) -> set[str]:
    """What brings the rows themselves; what is asked of each card lies below, as a subplan."""
    plans = [one for one in plan.get("Plans", ()) if one["Parent Relationship"] != "SubPlan"]
    return {plan["Node Type"]}.union(*(outer(one) for one in plans))


def explained(sql: str) -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        return dict(cursor.fetchone()[0][0]["Plan"])


@pytest.mark.django_db
def test_a_page_of_each_order_reads_no_more_when_its_own_place_grows_tenfold(
    world: World,
) -> None:
    plain, shared = published(world), published(world)
    support(shared, actor=world.neighbour, now=MONDAY + 5 * MINUTE)
    client = Client()
    lay_places(world.street, 0)
    lay_matters([plain, plain, shared], FEW, spread=SPREAD)
    before = {query: read(client, query) for query in ASKED}
    lay_matters([plain, plain, shared], TENFOLD - FEW, spread=SPREAD)
    after = {query: read(client, query) for query in ASKED}
    grown = {
        query: (few, after[query])
        for query, few in before.items()
        if any(many > least * 1.5 + 20 for least, many in zip(few, after[query], strict=True))
    }
    assert not grown
    for query in ASKED:
        for asked in (query, second_page(client, query)):
            plan = outer(explained(cards(client, asked)))
            assert not {one for one in plan if "Sort" in one or one == "Seq Scan"}, (asked, plan)


def read(client: Client, query: str) -> tuple[int, int]:
    """How many pages of the database the first page reads, and the one behind it."""
    run("ANALYZE")
    run("SET LOCAL enable_seqscan = off")
    return touched(cards(client, query)), touched(cards(client, second_page(client, query)))


@pytest.mark.django_db
def test_no_more_are_counted_than_anybody_looks_through(world: World) -> None:
    lay_places(world.street, 0)
    lay_matters([published(world)], MOST_COUNTED + 50)
    page = Client().get("/issues/").content.decode()
    assert f"超过 {MOST_COUNTED} 件" in page
