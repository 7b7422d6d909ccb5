"""The figures of a place cost the same, however many matters it has: they are kept, not counted."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench._copying import run
from bench._lay import lay_matters, lay_places
from issues.actions.fold_tallies import fold_tallies
from issues.queries.figures import numbers_of
from issues.queries.listing import open_counts
from tests.budgets.test_growth import SPREAD, read_by
from tests.issues.staging import published, settled
from tests.world import World

FEW, TENFOLD = 300, 3_000


@pytest.mark.django_db
def test_the_first_page_and_the_figures_read_no_more_when_the_place_grows_tenfold(
    world: World,
) -> None:
    made = [published(world), settled(world)]
    lay_places(world.street, 0)
    lay_matters(made, FEW, spread=SPREAD)
    before = read(world)
    lay_matters(made, TENFOLD - FEW, spread=SPREAD)
    after = read(world)
    assert numbers_of(world.community).raised >= TENFOLD
    assert sum(open_counts(world.community).values()) >= TENFOLD
    grown = {sql: (before[sql], many) for sql, many in after.items() if many > before[sql] * 2 + 20}
    assert not grown


def read(world: World) -> dict[str, int]:
    """How many pages of the database each statement takes, by its words without the numbers."""
    fold_tallies()
    run("ANALYZE")
    run("SET LOCAL enable_seqscan = off")
    with CaptureQueriesContext(connection) as asked:
        Client().get("/")
        numbers_of(world.community)
        open_counts(world.community)
    return {"".join(one for one in sql if not one.isdigit()): n for n, sql in read_by(asked)}
