"""What others do, and what has ended, is not read: no statement of a page looks at more of it.

Read is counted in pages of the database, touched or fetched, which no busy machine changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TypeAlias

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench._copying import run
from bench._lay import lay_matters, lay_places
from council.models import Council
from council.queries.proposals import proposals
from issues.actions.confirm import confirm
from issues.enums.activity import Resolved
from issues.models import Assignment, Issue
from tests.desks.desking import at_community, at_housing, at_office, raised
from tests.harness.signing_in import signed_in
from tests.issues.staging import published, settled
from tests.world import World

# So many are few that every index has its second level already, which each look into it costs.
OWN, FEW, MANY = 40, 450, 4_500
STREETS = 4
SPREAD = timedelta(days=60)
QUESTION = ("SELECT", "(SELECT", "WITH")
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
DESKS_OF_A_PLACE = [
    path
    for path in PAGES
    if path.startswith(("/desk/grid", "/desk/community", "/desk/street")) and "words" not in path
]
# By page, how many pages of the database each of its questions takes, and the question.
Read: TypeAlias = "dict[str, list[tuple[int, str]]]"


def patterns(world: World) -> list[Issue]:
    ended = settled(world)
    confirm(ended, actor=world.resident, now=timezone.now(), resolved=Resolved.SOLVED)
    makes = (raised, published, at_community, at_housing, at_office, settled)
    return [ended, *(make(world) for make in makes)]


def read_for(client: Client, path: str) -> list[tuple[int, str]]:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200, path
    return read_by(asked)


def read_by(asked: CaptureQueriesContext) -> list[tuple[int, str]]:
    questions = [query["sql"].strip() for query in asked.captured_queries]
    return [(touched(sql), sql) for sql in questions if sql.startswith(QUESTION)]


def touched(question: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {question}")
        plan = cursor.fetchone()[0][0]["Plan"]
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


def test_a_page_reads_no_more_when_other_places_or_its_own_past_grow_tenfold(world: World) -> None:
    """One test, since what the first of two had laid would still lie in the second's indexes."""
    made, others = patterns(world), list(range(1, STREETS + 1))
    clients = {who: signed_in(getattr(world, who)) for who in set(PAGES.values())}
    lay_places(world.street, STREETS)
    lay_matters(made, OWN, spread=SPREAD)
    lay_matters(made, FEW, places=others, spread=SPREAD)
    before = read_at(PAGES, clients)

    lay_matters(made, MANY - FEW, places=others, spread=SPREAD)
    assert_no_more_is_read(before, read_at(PAGES, clients))
    for body in (world.grid, world.community):
        assert_reads_what_the_body_has(Council.objects.create(body=body))

    lay_matters(made[:1], FEW, spread=SPREAD)
    before = read_at(DESKS_OF_A_PLACE, clients)
    lay_matters(made[:1], MANY - FEW, spread=SPREAD)
    assert_no_more_is_read(before, read_at(DESKS_OF_A_PLACE, clients))


def read_at(pages: Iterable[str], clients: dict[str, Client]) -> Read:
    """The planner has to know what was laid; and it must not read a table from end to end.

    In a large installation that never pays; here it would.
    """
    run("ANALYZE")
    run("SET LOCAL enable_seqscan = off")
    return {path: read_for(clients[PAGES[path]], path) for path in pages}


def assert_reads_what_the_body_has(council: Council) -> None:
    """Each turn costs a look into the index of issues, however many others there are."""
    now, held = timezone.now(), Assignment.objects.current().filter(body=council.body).count()
    with CaptureQueriesContext(connection) as asked:
        proposals(council, until=now + timedelta(days=5), now=now)
    ((pages, sql),) = read_by(asked)
    assert pages <= 20 + 4 * held, f"{council.name}: {pages} for {held}: {sql}"


def assert_no_more_is_read(before: Read, after: Read) -> None:
    grown = []
    for path, questions in before.items():
        for (few, _), (many, sql) in zip(questions, after[path], strict=True):
            # Indexes may have become one level deeper, and a partial index that is small here may
            # be read whole.
            if many > few * 2 + 20:
                grown.append(f"{path}: {few} → {many}: {sql}")
    assert not grown, "\n".join(grown)
