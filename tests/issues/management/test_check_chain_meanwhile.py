"""Looking whether all is sound, while a clock runs out."""

from __future__ import annotations

import threading

from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from issues.enums.deadlines import DeadlineKind
from issues.models import Deadline, Tally
from tests.harness.waiting import wait_until, waits_in_a_statement_on
from tests.harness.world import LiveWorld
from tests.issues.staging import raised
from tests.issues.test_sweep_processes import in_threads
from tests.world import build_world


def test_a_clock_that_runs_out_meanwhile_is_no_wrong_figure(world_database: LiveWorld) -> None:
    """The kept figures are read before it ran out, and counted after that."""
    issue = raised(build_world())
    held, waited = threading.Event(), threading.Event()

    def a_clock_runs_out() -> None:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("LOCK TABLE issues_deadline IN ACCESS EXCLUSIVE MODE")
            held.set()
            assert waited.wait(30)
            clock = Deadline.objects.filter(issue=issue, kind=DeadlineKind.RECEIVE, void_at=None)
            assert clock.update(breached_at=timezone.now()) == 1

    def looks() -> None:
        assert held.wait(30)
        call_command("check_chain")

    def watches() -> None:
        try:
            wait_until(lambda: waits_in_a_statement_on("issues_deadline"), seconds=20)
        finally:
            waited.set()

    before = Tally.objects.count()
    assert in_threads(a_clock_runs_out, looks, watches) == [None, None, None]
    assert Tally.objects.count() > before
