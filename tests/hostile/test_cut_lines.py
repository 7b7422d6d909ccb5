"""Lines to the database that break in the middle: no matter is blamed for it, none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from issues.actions.forget_settled import forget_settled
from issues.actions.sweep import sweep
from issues.models import Issue, SweepFailure
from tests.harness.world import LiveWorld
from tests.issues.test_sweep_processes import each_moved_exactly_once, moved, overdue
from tests.world import build_world

pytestmark = pytest.mark.processes


@contextmanager
def each_new_turn(doing: str, *issues: Issue) -> Iterator[None]:
    """In the middle of the batch, inside the database."""
    keys = ", ".join(str(issue.pk) for issue in issues)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            CREATE FUNCTION interrupt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF NEW.issue_id IN ({keys}) THEN {doing}; END IF; RETURN NEW; END $$;
            CREATE TRIGGER interrupt BEFORE INSERT ON issues_assignment
                FOR EACH ROW EXECUTE FUNCTION interrupt();
            """
        )
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER interrupt ON issues_assignment; DROP FUNCTION interrupt()")


CUT = "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1)"
IDLE = "RAISE EXCEPTION 'idle for too long' USING ERRCODE = '25P03'"
HELD = "RAISE EXCEPTION 'somebody has it' USING ERRCODE = '55P03'"


def test_what_was_cut_or_held_up_is_looked_at_again_without_blame_and_stops_no_other(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    for number, doing in enumerate((CUT, IDLE, HELD)):
        first, *_ = overdue(world, 3)
        with each_new_turn(doing, first):
            swept = sweep()
            assert (swept.handled, swept.failed, swept.busy) == (2, 0, {first.pk}), doing
            assert moved() == 3 * number + 2
        assert not SweepFailure.objects.exists()
        assert sweep().handled == 1
        each_moved_exactly_once(world, 3 * number + 3)


def test_a_failure_is_written_only_while_something_is_due_and_forgotten_when_nothing_is(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    (issue,) = overdue(world, 1)
    with each_new_turn("RAISE EXCEPTION 'no'", issue):
        assert sweep().failed == 1
        (failure,) = SweepFailure.objects.all()
        # The last place of ours: the driver's would be the same for every one.
        assert "issues/" in failure.reason or "acting/" in failure.reason, failure.reason
        assert "site-packages" not in failure.reason
    with connection.cursor() as cursor:
        cursor.execute("UPDATE issues_deadline SET void_at = now() WHERE void_at IS NULL")
    assert sweep().handled == 0
    forget_settled()
    assert not SweepFailure.objects.exists()
