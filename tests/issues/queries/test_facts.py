"""What a rule knows of an issue: read whole, or not at all."""

from __future__ import annotations

import pytest

from issues.actions.add import add
from issues.actions.call_back import call_back
from issues.actions.confirm import confirm
from issues.actions.deliver import deliver
from issues.actions.find import find
from issues.actions.publish import publish
from issues.enums.activity import Resolved
from issues.enums.matter import MatterClass
from issues.facts import Facts
from issues.models import Assignment, Issue
from issues.queries.facts import FactsMissingError, facts_of, with_facts
from tests.issues.actions.doing import DONE, NOW, at_grid, reported, with_partner
from tests.issues.actions.sweeping import at
from tests.issues.staging import settled
from tests.world import World

ANNOTATIONS = (
    "finding_count",
    "deliberation_count",
    "resolution_count",
    "owners_note",
    "assembly_note",
    "council_asks",
    "call_back_count",
    "additions_wait",
    "delivered_by",
    "awaits_verification",
)
LATER = at(16, 15)


def known(issue: Issue) -> Facts:
    read = with_facts(Issue.objects.all()).get(pk=issue.pk)
    return facts_of(read, Assignment.objects.current().filter(issue=issue).select_related("body"))


def test_an_issue_read_without_them_has_no_facts(world: World) -> None:
    issue = Issue.objects.select_related("community", "grid", "category").get(pk=settled(world).pk)
    turns = Assignment.objects.current().filter(issue=issue)
    with pytest.raises(FactsMissingError):
        facts_of(issue, turns)


@pytest.mark.parametrize("missing", ANNOTATIONS)
def test_each_of_them_is_asked_for(world: World, missing: str) -> None:
    issue = with_facts(Issue.objects.all()).get(pk=settled(world).pk)
    turns = Assignment.objects.current().filter(issue=issue)
    assert facts_of(issue, turns)
    delattr(issue, missing)
    with pytest.raises(FactsMissingError, match=missing):
        facts_of(issue, turns)


def test_what_was_found_talked_over_and_called_is_counted(world: World) -> None:
    issue = settled(world)
    call_back(issue, actor=world.staff, now=LATER)
    call_back(issue, actor=world.lead, now=LATER)
    other = at_grid(world, MatterClass.SMALL)
    assert (known(other).findings, known(other).deliberations, known(other).call_backs) == (0, 0, 0)
    find(other, actor=world.grid_worker, now=NOW, text="管子断了")
    # The talk of the settling, and the calls of this matter only.
    assert (known(issue).findings, known(issue).deliberations, known(issue).call_backs) == (0, 1, 2)
    assert known(other).findings == 1


def test_calls_of_an_earlier_round_are_not_counted(world: World) -> None:
    issue = settled(world)
    call_back(issue, actor=world.staff, now=LATER)
    confirm(issue, actor=world.resident, now=LATER, resolved=Resolved.NOT)
    assert known(issue).call_backs == 0


def test_what_was_added_waits_until_it_was_checked(world: World) -> None:
    issue = at_grid(world)
    assert not known(issue).additions_wait
    add(issue, actor=world.neighbour, now=LATER, text="又漫了")
    assert known(issue).additions_wait
    publish(issue, actor=world.grid_worker, now=at(16, 16), title="下水道", text="又漫了")
    assert not known(issue).additions_wait


def test_only_the_leads_result_has_a_handler_and_waits_to_be_checked(world: World) -> None:
    issue = with_partner(world, MatterClass.SMALL)
    deliver(issue, actor=world.partner_clerk, now=LATER, result=DONE)
    assert (known(issue).delivered_by, known(issue).awaits_verification) == (None, False)
    issue = reported(world)
    assert (known(issue).delivered_by, known(issue).awaits_verification) == (world.clerk.pk, True)
