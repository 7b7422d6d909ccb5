"""Major matters that were there before the agenda had a clock."""

from __future__ import annotations

from issues.actions.start_agenda_clocks import start_agenda_clocks
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.models import Deadline, Issue
from issues.queries.chain_soundness import broken_chains
from tests.issues.actions.doing import at_community
from tests.issues.actions.sweeping import at, clock, fresh, running
from tests.issues.sitting import decided, major
from tests.world import World

AGENDA = DeadlineKind.AGENDA


def without_a_clock(world: World) -> Issue:
    issue = major(world)
    Deadline.objects.filter(issue=issue, kind=AGENDA).delete()
    return issue


def test_they_have_five_working_days_from_now(world: World) -> None:
    old, other = without_a_clock(world), without_a_clock(world)
    assert start_agenda_clocks(now=at(18)) == 2
    for issue in (old, other):
        assert clock(fresh(issue), AGENDA).due_at == at(25, 17, 30)
    assert broken_chains() == []


def test_run_again_it_starts_none_and_leaves_others_alone(world: World) -> None:
    on_time, hard = major(world), at_community(world, MatterClass.HARD)
    heard = major(world)
    decided(world, heard)
    private = without_a_clock(world)
    Issue.objects.filter(pk=private.pk).update(private_wish=True)
    before = clock(on_time, AGENDA).pk
    for _ in range(2):
        assert start_agenda_clocks(now=at(18)) == 0
    assert clock(on_time, AGENDA).pk == before
    for issue in (hard, heard, private):
        assert "agenda" not in running(issue)
