"""How often somebody looked at numbers this hour, without what they did in years before."""

from __future__ import annotations

from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from issues.queries.looks import looked_at_many
from tests.budgets.reading import as_if_large
from tests.world import World


def test_only_the_hour_is_read_of_all_that_somebody_did(world: World) -> None:
    with override_settings(PROOF_MINUTES=5), CaptureQueriesContext(connection) as asked:
        assert not looked_at_many(world.staff, now=timezone.now())
    (question,) = asked.captured_queries
    as_if_large()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {question['sql']}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "entry_actor_in_time" in plan
    # What happened before is not read and then left out.
    assert not [line for line in plan.splitlines() if "Filter" in line and "happened_at" in line]
