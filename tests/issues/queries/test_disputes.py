"""A dispute between neighbours stays with its community; the street reads nothing of it."""

from __future__ import annotations

import pytest
from django.utils import timezone

from accounts.models import User
from acting.refusals import Refused
from grids.queries.standing import standing_of
from issues.actions.classify import classify
from issues.actions.join import join
from issues.actions.receive import receive
from issues.enums.matter import MatterClass
from issues.models import Assignment, Issue
from issues.queries.facts import facts_of, with_facts
from issues.queries.visible import seen_inside, visible_to
from issues.rules import sees, sees_inside
from tests.harness.signing_in import signed_in
from tests.issues.acting import raised
from tests.world import World


def dispute(world: World) -> Issue:
    issue, now = raised(world, "楼上邻居半夜唱歌"), timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    noise = world.categories["noise"]
    return classify(
        issue, actor=world.grid_worker, now=now, matter_class=MatterClass.SMALL, category=noise
    )


def reads(person: User, issue: Issue) -> bool:
    """Asked of the database and of the rules, which have to agree."""
    standing = standing_of(person, now=timezone.now())
    known = with_facts(Issue.objects.all()).get(pk=issue.pk)
    facts = facts_of(known, Assignment.objects.current().filter(issue=issue))
    answers = {
        visible_to(standing).filter(pk=issue.pk).exists(),
        seen_inside(standing).filter(pk=issue.pk).exists(),
        sees(standing, facts),
        sees_inside(standing, facts),
    }
    assert len(answers) == 1
    return answers.pop()


def test_supervisors_and_dispatchers_read_nothing_of_a_dispute(world: World) -> None:
    issue = dispute(world)
    for person in (world.street_supervisor, world.supervisor, world.dispatcher, world.stranger):
        assert not reads(person, issue)
        assert signed_in(person).get(f"/issues/{issue.reference}/").status_code == 404
    for person in (world.resident, world.grid_worker, world.staff, world.lead):
        assert reads(person, issue)


def test_supervisors_read_what_is_no_dispute_and_what_has_no_category_yet(world: World) -> None:
    issue = raised(world)
    assert issue.category is None
    assert reads(world.street_supervisor, issue)
    Issue.objects.filter(pk=issue.pk).update(category=world.categories["sewers"])
    assert reads(world.street_supervisor, issue)


def test_what_other_bodies_hold_is_not_made_a_dispute(world: World) -> None:
    issue, now = raised(world), timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    join(issue, actor=world.grid_worker, now=now, body=world.property_company, reason="看现场")
    noise = world.categories["noise"]
    with pytest.raises(Refused) as refused:
        classify(
            issue, actor=world.grid_worker, now=now, matter_class=MatterClass.SMALL, category=noise
        )
    assert refused.value.field == "category"


def test_a_dispute_that_was_handed_on_by_hand_is_read_by_who_supervises(world: World) -> None:
    issue = dispute(world)
    Issue.objects.filter(pk=issue.pk).update(level="department")
    assert reads(world.street_supervisor, issue)
