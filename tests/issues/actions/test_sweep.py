"""Every line of rules §6, missed for real."""

from __future__ import annotations

from datetime import timedelta

import pytest

from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.deliver import deliver
from issues.actions.name_lead import name_lead
from issues.actions.push_up import push_up
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.sweep import sweep
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass, Source
from issues.enums.stages import Stage
from issues.enums.turns import Level, TurnCause
from issues.inputs import NewMatter, NewOutcome
from issues.models import Assignment, Deadline, Issue, Verdict
from tests.issues.actions.sweeping import (
    at,
    clock,
    fresh,
    holder,
    kinds,
    lead_of,
    running,
    told,
)  # fmt: skip
from tests.issues.staging import raised, settled
from tests.world import World

HOUR = timedelta(hours=1)


def at_community(world: World, category: str = "sewers", **more: object) -> Issue:
    """Pushed up by hand, unreceived there."""
    issue = raised(world, category=world.categories[category], **more)
    push_up(issue, actor=world.grid_worker, now=at(16), reason="办不了", tried="试过")
    return fresh(issue)


def at_department(world: World, category: str = "sewers") -> Issue:
    issue = at_community(world, category)
    push_up(issue, actor=world.staff, now=at(16), reason="要换管", tried="疏通过")
    return fresh(issue)


def test_nobody_at_the_grid_takes_it_in_so_it_goes_up(world: World) -> None:
    issue = raised(world)
    assert sweep(now=at(16, 14, 29)).handled == 1  # the reminder
    assert fresh(issue).level == Level.GRID
    assert sweep(now=at(16, 14, 30)).handled == 1
    issue = fresh(issue)
    turn = lead_of(issue)
    assert (issue.level, issue.stage) == (Level.COMMUNITY, Stage.COLLECT)
    assert (turn.body, turn.cause, turn.missed_kind) == (world.community, "clock", "receive")
    assert turn.started_at == at(16, 14, 30)
    assert running(issue) == {"receive", "respond", "resolve"}
    missed = Deadline.objects.get(breached_at__isnull=False)
    assert missed.assignment is not None
    assert missed.assignment.body == world.grid
    assert (told(world.staff, "came"), told(world.resident, "moved")) == (1, 1)


def test_the_result_is_late_at_the_grid_so_it_goes_up(world: World) -> None:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=at(16, 9, 5))
    sweep(now=at(19, 17, 30))
    assert lead_of(fresh(issue)).missed_kind == "resolve"


def test_a_late_receipt_at_the_community_is_supervised_until_it_is_taken_in(world: World) -> None:
    issue = at_community(world)
    sweep(now=at(16, 15))
    assert fresh(issue).level == Level.COMMUNITY
    assert running(issue) == {"respond", "resolve", "supervised"}
    assert (told(world.street_supervisor, "supervised"), told(world.supervisor, "supervised")) == (
        1, 1,
    )  # fmt: skip
    receive(issue, actor=world.staff, now=at(16, 16))
    assert running(fresh(issue)) == {"respond", "resolve"}


def test_the_result_is_late_at_the_community_so_the_only_competent_body_has_it(
    world: World,
) -> None:
    issue = at_community(world)
    receive(issue, actor=world.staff, now=at(16, 10))
    sweep(now=at(19, 17, 31))
    assert fresh(issue).level == Level.DEPARTMENT
    assert holder(issue) == world.housing
    assert running(issue) == {"receive", "resolve"}
    assert told(world.clerk, "came") == 1


def test_where_no_body_is_competent_the_office_names_one_or_is_supervised_again_and_again(
    world: World,
) -> None:
    issue = raised(world)
    push_up(issue, actor=world.grid_worker, now=at(16), reason="办不了", tried="试过")
    push_up(issue, actor=world.staff, now=at(16), reason="办不了", tried="试过")
    assert holder(issue) == world.general_office
    assert running(issue) == {"dispatch"}
    assert clock(issue, DeadlineKind.DISPATCH).due_at == at(16, 14, 30)
    assert told(world.dispatcher, "came") == 1
    sweep(now=at(16, 14, 31))
    assert running(fresh(issue)) == {"supervised"}
    for rounds in (2, 3):
        sweep(now=clock(issue, DeadlineKind.SUPERVISED).due_at)
        assert clock(issue, DeadlineKind.SUPERVISED).round == rounds
        assert told(world.street_supervisor, "supervised") == rounds
    later = clock(issue, DeadlineKind.SUPERVISED).starts_at + HOUR
    name_lead(issue, actor=world.dispatcher, now=later, body=world.sanitation)
    assert running(fresh(issue)) == {"receive", "resolve"}


def test_a_street_department_hands_over_to_the_district_which_is_supervised(world: World) -> None:
    issue = at_department(world)
    assert holder(issue) == world.housing
    receive(issue, actor=world.clerk, now=at(16, 10))
    sweep(now=clock(issue, DeadlineKind.RESOLVE).due_at)
    assert holder(fresh(issue)) == world.district_housing
    assert lead_of(issue).cause == TurnCause.HANDED_OVER
    receive(issue, actor=world.district_clerk, now=at(24))
    sweep(now=clock(issue, DeadlineKind.RESOLVE).due_at)
    assert holder(fresh(issue)) == world.district_housing
    assert running(issue) == {"supervised"}


def test_without_anyone_in_the_district_the_street_department_is_supervised(world: World) -> None:
    issue = at_department(world, "rubbish")
    assert holder(issue) == world.sanitation
    sweep(now=at(18))
    assert running(fresh(issue)) == {"resolve", "supervised"}
    sweep(now=at(30))
    assert clock(fresh(issue), DeadlineKind.SUPERVISED).round == 2
    assert holder(issue) == world.sanitation


def test_a_dispute_never_goes_to_a_department_by_a_clock(world: World) -> None:
    issue = raised(world, category=world.categories["noise"])
    sweep(now=at(16, 15))
    assert holder(fresh(issue)) == world.community
    sweep(now=at(30))
    sweep(now=at(30) + timedelta(days=30))
    issue = fresh(issue)
    assert (issue.level, holder(issue)) == (Level.COMMUNITY, world.community)
    assert told(world.lead, "supervised") >= 1
    for outsider in (world.street_supervisor, world.supervisor, world.dispatcher, world.clerk):
        assert told(outsider, "supervised") == told(outsider, "missed_below") == 0


def test_of_a_dispute_at_the_grid_only_the_lead_of_the_community_hears(world: World) -> None:
    issue = raised(world, category=world.categories["noise"])
    receive(issue, actor=world.grid_worker, now=at(16, 10))
    sweep(now=at(17, 17, 31))
    assert "missed" in kinds(fresh(issue))
    assert (told(world.lead, "missed_below"), told(world.staff, "missed_below")) == (1, 0)


def test_a_first_contact_that_is_missed_is_told_to_the_level_above(world: World) -> None:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=at(16, 10))
    sweep(now=at(17, 17, 31))
    assert fresh(issue).level == Level.GRID
    assert (told(world.grid_worker, "missed"), told(world.staff, "missed_below")) == (1, 1)


def test_a_check_that_is_missed_is_the_grids_and_repeats(world: World) -> None:
    issue = at_department(world)
    classify(
        receive(issue, actor=world.clerk, now=at(16)), actor=world.clerk, now=at(16),
        matter_class=MatterClass.SMALL,
    )  # fmt: skip
    commit(issue, actor=world.clerk, now=at(16), text="换管", due_at=at(18))
    result = NewOutcome(text="换好了", no_picture_reason="天黑")
    deliver(issue, actor=world.clerk, now=at(16, 11), result=result)
    assert running(fresh(issue)) == {"verify"}
    sweep(now=at(17, 17, 31))
    assert clock(fresh(issue), DeadlineKind.VERIFY).round == 2
    assert (told(world.grid_worker, "missed"), told(world.staff, "missed_below")) == (1, 1)
    assert told(world.clerk, "missed") == told(world.dispatcher, "missed_below") == 0


def test_a_joint_body_is_urged_and_then_supervised(world: World) -> None:
    issue = at_department(world)
    name_lead(
        issue, actor=world.dispatcher, now=at(16), body=world.housing,
        joint=[world.property_company],
    )  # fmt: skip
    receive(issue, actor=world.clerk, now=at(16))
    sweep(now=at(17, 17, 31))
    assert (told(world.partner_clerk, "urged"), told(world.supervisor, "supervised")) == (1, 0)
    part = Assignment.objects.current().get(issue=issue, role="joint")
    second = Deadline.objects.running().get(assignment=part, kind="supervised")
    receive(issue, actor=world.clerk, now=at(17, 18))
    sweep(now=second.due_at)
    assert told(world.supervisor, "supervised") >= 1
    assert Deadline.objects.running().get(assignment=part, kind="supervised").round == 2
    fresh(issue)


def test_silence_closes_as_no_answer_and_never_as_satisfied(world: World) -> None:
    issue = settled(world)
    assert running(issue) == {"confirm"}
    sweep(now=at(22))
    assert told(world.resident, "ask_again") == 1
    sweep(now=at(23, 9, 10))
    issue = fresh(issue)
    assert (issue.stage, issue.ending) == (Stage.CLOSED, "no_answer")
    assert not Verdict.objects.exists()


def test_a_broken_promise_is_told_above_and_does_not_end_in_silence(world: World) -> None:
    issue = raised(world, danger=True, category=world.categories["sewers"])
    receive(issue, actor=world.grid_worker, now=at(16, 9, 5))
    classify(issue, actor=world.grid_worker, now=at(16, 9, 6), matter_class=MatterClass.URGENT)
    commit(
        issue, actor=world.grid_worker, now=at(16, 9, 8), text="周三换管", due_at=at(18),
        made_safe=True,
    )  # fmt: skip
    assert running(fresh(issue)) == {"respond", "talk", "commitment"}
    sweep(now=at(18))
    assert "supervised" in running(fresh(issue))
    assert told(world.staff, "missed_below") >= 1


@pytest.mark.parametrize("hour", [3, 12, 23])
def test_an_urgent_matter_runs_in_natural_hours_day_and_night(world: World, hour: int) -> None:
    matter = NewMatter(text="漏电", building=world.building, danger=True)
    who = world.resident
    issue = raise_issue(matter, actor=who, reporter=who, now=at(21, hour))
    assert clock(issue, DeadlineKind.RECEIVE).due_at == at(21, hour) + HOUR
    talk = clock(issue, DeadlineKind.TALK).due_at
    sweep(now=at(21, hour) + HOUR)
    assert fresh(issue).level == Level.COMMUNITY
    assert clock(issue, DeadlineKind.TALK).due_at == talk
    assert told(world.staff, "urgent") == told(world.dispatcher, "urgent") == 1
    sweep(now=at(21, hour) + 2 * HOUR)
    assert fresh(issue).level == Level.DEPARTMENT


def test_the_date_of_the_hotline_governs_and_ours_only_reminds(world: World) -> None:
    issue = raised(world, actor=world.staff, outside_due_at=at(27, 12), source=Source.HOTLINE)
    result = clock(issue, DeadlineKind.RESOLVE)
    assert (result.due_at, result.wake_at, result.basis) == (
        at(27, 12), at(19, 17, 30), {"kind": "outside"},
    )  # fmt: skip
    assert issue.promised_by == at(27, 12)
    receive(issue, actor=world.grid_worker, now=at(16, 10))
    sweep(now=at(19, 17, 30))
    assert fresh(issue).level == Level.GRID
    sweep(now=at(27, 12))
    assert fresh(issue).level == Level.COMMUNITY
    # Once it is past, ours holds again: each level has its own time.
    assert clock(issue, DeadlineKind.RESOLVE).due_at > at(27, 12) + 24 * HOUR
