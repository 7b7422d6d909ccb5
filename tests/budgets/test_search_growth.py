"""A search reads its own community's part of the index, however many others there are.

Read is counted in pages of the database, as in `test_growth`: asked of the list, of a desk, of
the hints while somebody types and of merging.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench._copying import run
from bench._lay import lay_matters, lay_places
from issues.queries.merging import into_candidates
from issues.queries.similar import similar_to
from tests.budgets.test_growth import read_by
from tests.desks.desking import at_community
from tests.harness.signing_in import signed_in
from tests.issues.staging import published
from tests.world import World

OWN, FEW, TENFOLD = 60, 300, 3_000
STREETS = 4
TYPED = "三号楼前的下水道又堵了，脏水漫到便道上，味儿大得窗户不敢开，请来疏通"
Ask = Callable[[], object]


def test_a_search_reads_no_more_when_other_communities_grow_tenfold(world: World) -> None:
    issue = published(world)
    made = [issue, at_community(world, "楼前的下水道堵了，污水外冒")]
    resident, worker = signed_in(world.resident), signed_in(world.grid_worker)
    ways: dict[str, Ask] = {
        "the list": lambda: resident.get("/issues/", {"words": "下水道"}),
        "one character": lambda: resident.get("/issues/", {"words": "水"}),
        "a spoken number": lambda: resident.get("/issues/", {"words": "珠玑东 1 号"}),
        "a grid's desk": lambda: worker.get("/desk/grid/ZJD-1/", {"words": "下水道"}),
        "hints": lambda: similar_to(TYPED, community_id=world.community.pk),
        "merging": lambda: into_candidates(issue),
    }
    others = list(range(1, STREETS + 1))
    lay_places(world.street, STREETS)
    lay_matters(made, OWN)
    lay_matters(made, FEW, places=others)
    before = {name: pages(ask) for name, ask in ways.items()}
    lay_matters(made, TENFOLD - FEW, places=others)
    after = {name: pages(ask) for name, ask in ways.items()}
    # Indexes may have become one level deeper.
    grown = [name for name in ways if after[name] > before[name] * 1.5 + 20]
    assert not grown, {name: (before[name], after[name]) for name in ways}


def pages(ask: Ask) -> int:
    """What all questions about issues touch. In a large installation no whole table is read."""
    run("ANALYZE")
    run("SET LOCAL enable_seqscan = off")
    with CaptureQueriesContext(connection) as asked:
        ask()
    return sum(count for count, sql in read_by(asked) if "issues_issue" in sql)
