"""What goes along when a matter is handed on, and what stays behind."""

from __future__ import annotations

from accounts.actions.erase import erase_user
from accounts.models import User
from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.deliver import deliver
from issues.actions.join import join
from issues.actions.merge import merge
from issues.actions.name_lead import name_lead
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.actions.support import support
from issues.actions.sweep import sweep
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.turns import TurnRole
from issues.inputs import NewOutcome
from issues.models import Commitment, Deadline, Issue, Support
from tests.issues.actions.sweeping import at, clock, fresh, lead_of
from tests.issues.staging import published, raised, settled
from tests.world import World

NOW = at(16, 10)


def at_housing(world: World) -> Issue:
    issue = published(world, category=world.categories["sewers"])
    push_up(issue, actor=world.grid_worker, now=NOW, reason="办不了", tried="试过")
    push_up(issue, actor=world.staff, now=NOW, reason="办不了", tried="试过")
    return fresh(issue)


def result_of_part(issue: Issue) -> Deadline:
    return Deadline.objects.running().get(
        issue=issue, assignment__role=TurnRole.JOINT, kind=DeadlineKind.RESOLVE
    )


def result_of_lead(issue: Issue) -> Deadline:
    return Deadline.objects.running().get(assignment=lead_of(issue), kind=DeadlineKind.RESOLVE)


def test_joint_bodies_go_along_and_have_the_new_leads_date(world: World) -> None:
    issue = published(world, category=world.categories["sewers"])
    join(issue, actor=world.grid_worker, now=NOW, body=world.property_company, reason="请配合")
    assert result_of_part(issue).due_at == result_of_lead(issue).due_at
    classify(
        issue, actor=world.grid_worker, now=NOW, matter_class=MatterClass.HARD,
        category=world.categories["sewers"],
    )  # fmt: skip
    assert result_of_part(fresh(issue)).due_at == result_of_lead(issue).due_at
    push_up(issue, actor=world.grid_worker, now=at(20), reason="办不了", tried="试过")
    assert result_of_part(fresh(issue)).due_at == result_of_lead(issue).due_at


def receive_as(world: World, issue: Issue) -> User:
    receive(issue, actor=world.clerk, now=NOW)
    return world.clerk


def test_a_promise_kept_late_is_kept_and_one_left_behind_is_dropped(world: World) -> None:
    issue = at_housing(world)
    classify(issue, actor=receive_as(world, issue), now=NOW, matter_class=MatterClass.SMALL)
    commit(issue, actor=world.clerk, now=NOW, text="换管", due_at=at(17))
    sweep(now=at(18))
    result = NewOutcome(text="换好了", no_picture_reason="天黑")
    deliver(fresh(issue), actor=world.clerk, now=at(18, 10), result=result)
    assert Commitment.objects.get().fulfilled_at == at(18, 10)
    other = at_housing(world)
    classify(other, actor=receive_as(world, other), now=NOW, matter_class=MatterClass.SMALL)
    commit(other, actor=world.clerk, now=NOW, text="换管", due_at=at(17))
    sweep(now=at(18))
    name_lead(other, actor=world.dispatcher, now=at(18, 11), body=world.sanitation)
    assert Commitment.objects.get(issue=fresh(other)).dropped_at == at(18, 11)


def test_the_talk_owed_to_an_urgent_matter_is_owed_by_whoever_has_it(world: World) -> None:
    issue = raised(world, danger=True)
    owed = clock(issue, DeadlineKind.TALK)
    push_up(issue, actor=world.grid_worker, now=at(16, 9, 30), reason="办不了", tried="试过")
    talk = clock(fresh(issue), DeadlineKind.TALK)
    assert (talk.due_at, talk.assignment, talk.replaces) == (owed.due_at, lead_of(issue), owed)


def test_whoever_spoke_is_carried_through_two_merges(world: World) -> None:
    first, second, third = published(world), published(world), published(world)
    support(first, actor=world.neighbour, now=NOW)
    merge(first, into=second, actor=world.grid_worker, now=NOW)
    merge(second, into=third, actor=world.grid_worker, now=NOW)
    assert Support.objects.filter(issue=fresh(third), user=world.neighbour).exists()


def test_a_reporter_who_was_erased_does_not_hold_up_the_clock(world: World) -> None:
    waiting, asked = raised(world), settled(world)
    erase_user(world.resident, actor=None, now=at(17))
    assert sweep(now=at(30)).failed == 0
    assert fresh(waiting).level == "community"
    assert fresh(asked).ending == "no_answer"
