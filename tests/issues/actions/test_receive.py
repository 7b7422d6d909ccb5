from __future__ import annotations

from datetime import datetime

import pytest

from issues.actions.merge import merge
from issues.actions.receive import receive
from issues.actions.sweep import sweep
from issues.enums.deadlines import DeadlineKind, StartsAt
from issues.enums.matter import Visibility
from issues.enums.stages import Stage
from issues.enums.turns import Level, TurnRole
from issues.models import Assignment, Deadline, Issue, PolicyVersion
from issues.refusals import NotYours, WrongStage
from tests.issues.actions.doing import (
    NOW,
    at_housing,
    due,
    entries,
    entry,
    met,
    with_partner,
    written,
)
from tests.issues.actions.sweeping import at, fresh, lead_of, running, told
from tests.issues.staging import raised, settled
from tests.world import World


def test_who_takes_it_in_first_stays_the_residents_contact(world: World) -> None:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=NOW)
    issue = fresh(issue)
    turn = lead_of(issue)
    assert (turn.received_at, turn.received_by) == (NOW, world.grid_worker)
    assert (issue.first_receiver, issue.stage) == (world.grid_worker, Stage.COLLECT)
    assert met(issue, DeadlineKind.RECEIVE) == NOW
    # One working day to answer, three for a result: both from when it came on Monday at 9.
    assert due(issue) == {"respond": at(17, 17, 30), "resolve": at(19, 17, 30)}
    assert entry(issue, "received").parameters == {"body": "ZJD-1", "role": "lead"}
    assert told(world.resident, "received") == 1


def test_taking_in_twice_is_taking_in_once(world: World) -> None:
    issue = receive(raised(world), actor=world.grid_worker, now=NOW)
    before = written()
    receive(issue, actor=world.grid_head, now=at(16, 11))
    assert written() == before
    assert lead_of(fresh(issue)).received_by == world.grid_worker


def test_the_first_contact_of_a_department_counts_from_its_receipt(world: World) -> None:
    issue = at_housing(world, received=False)
    assert due(issue) == {"receive": at(17, 17, 30), "resolve": at(23, 17, 30)}
    receive(issue, actor=world.clerk, now=at(17, 16))
    assert due(fresh(issue)) == {"respond": at(18, 17, 30), "resolve": at(23, 17, 30)}
    assert issue.first_receiver == world.grid_worker


def test_whatever_the_policy_counts_from_the_receipt_begins_there(world: World) -> None:
    newest = PolicyVersion.objects.latest("number")
    version = PolicyVersion.objects.create(number=99, note="", in_force_from=newest.in_force_from)
    for rule in newest.rules.all():
        rule.pk, rule.version = None, version
        if rule.level == Level.DEPARTMENT and rule.kind == DeadlineKind.RESOLVE:
            rule.starts = StartsAt.RECEIPT
        rule.save()
    issue = at_housing(world, received=False)
    assert due(issue) == {"receive": at(17, 17, 30)}
    receive(issue, actor=world.clerk, now=at(17, 16))
    assert due(fresh(issue)) == {"respond": at(18, 17, 30), "resolve": at(24, 17, 30)}


@pytest.mark.parametrize(("theirs", "kept"), [(at(17, 10), at(17, 10)), (at(20), at(18, 17, 30))])
def test_a_first_answer_owed_to_someone_merged_in_comes_no_later_by_the_receipt(
    world: World, theirs: datetime, kept: datetime
) -> None:
    other, into = at_housing(world), at_housing(world, received=False)
    Issue.objects.filter(pk=into.pk).update(visibility=Visibility.PUBLIC, public_text="堵了")
    answer = Deadline.objects.running().filter(issue=other, kind=DeadlineKind.RESPOND)
    answer.update(due_at=theirs, wake_at=theirs)
    merge(other, into=fresh(into), actor=world.clerk, now=at(16, 11))
    receive(fresh(into), actor=world.clerk, now=at(17, 9))
    assert due(fresh(into))["respond"] == kept


def test_a_late_receipt_ends_the_supervision_of_the_receipt(world: World) -> None:
    issue = at_housing(world, received=False)
    sweep(now=at(17, 17, 31))
    assert "supervised" in running(issue)
    receive(issue, actor=world.clerk, now=at(18))
    assert running(fresh(issue)) == {"respond", "resolve"}


def test_each_body_takes_in_its_own_turn_only(world: World) -> None:
    issue = with_partner(world)
    receive(issue, actor=world.partner_clerk, now=at(16, 11))
    part = Assignment.objects.get(issue=fresh(issue), role=TurnRole.JOINT)
    assert (part.received_by, lead_of(issue).received_by) == (world.partner_clerk, world.clerk)
    assert [e.parameters["role"] for e in entries(issue, "received")] == ["lead", "lead", "joint"]


def test_others_take_nothing_in_and_nothing_is_taken_in_once_the_resident_is_asked(
    world: World,
) -> None:
    issue = raised(world)
    for person in (world.resident, world.staff, world.other_grid_worker, world.far_grid_worker):
        with pytest.raises(NotYours):
            receive(issue, actor=person, now=NOW)
    with pytest.raises(WrongStage):
        receive(settled(world), actor=world.grid_worker, now=NOW)
