"""Taken off an agenda, a major matter is to come on another one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from issues.actions.commit import commit
from issues.actions.confirm import confirm
from issues.actions.hide import hide
from issues.actions.put_on_agenda import put_on_agenda
from issues.actions.support import support
from issues.actions.sweep import sweep
from issues.actions.take_off_agenda import take_off_agenda
from issues.enums.activity import Resolved
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.models import Deadline, Issue
from issues.refusals import NotYours
from tests.issues.actions.doing import NOW, entries
from tests.issues.actions.sweeping import at, clock, fresh, kinds, running, told
from tests.issues.sitting import AFTER, decided, hard, major, mandate_of
from tests.issues.staging import settled
from tests.world import World

AGENDA = DeadlineKind.AGENDA


def on_agenda(world: World) -> Issue:
    issue = major(world)
    mandate = mandate_of(world.community)
    put_on_agenda(issue, actor=world.staff, now=AFTER, mandate=mandate, at=at(20))
    return fresh(issue)


def taken_off(world: World, *issues: Issue) -> None:
    take_off_agenda(issues, actor=world.staff, now=at(18), mandate=mandate_of(world.community))


def test_the_date_that_held_before_holds_again(world: World) -> None:
    """Put on and taken off again, a matter gains no time."""
    issue = major(world)
    first = clock(issue, AGENDA)
    for round in (2, 3, 4):
        mandate = mandate_of(world.community)
        put_on_agenda(issue, actor=world.staff, now=AFTER, mandate=mandate, at=at(20))
        taken_off(world, fresh(issue))
        again = clock(fresh(issue), AGENDA)
        assert (again.round, again.starts_at) == (round, first.starts_at)
        assert again.due_at == first.due_at


def test_once_its_date_is_past_the_clock_starts_again_from_now(world: World) -> None:
    issue = on_agenda(world)
    Deadline.objects.filter(issue=issue, kind=AGENDA).update(wake_at=at(17), due_at=at(17, 12))
    taken_off(world, issue)
    again = clock(fresh(issue), AGENDA)
    assert (again.round, again.starts_at, again.due_at) == (2, at(18), at(25, 17, 30))
    assert told(world.resident, "off_agenda") == 1
    sweep(now=again.due_at)
    assert "missed" in kinds(fresh(issue))
    assert told(world.dispatcher, "missed_below") >= 1


def test_a_clock_that_runs_is_left_alone(world: World) -> None:
    issue = major(world)
    before = clock(issue, AGENDA).pk
    taken_off(world, issue)
    assert clock(fresh(issue), AGENDA).pk == before


@pytest.mark.parametrize("since", [{"matter_class": MatterClass.HARD}, {"private_wish": True}])
def test_what_need_not_come_on_one_any_more_waits_for_none(
    world: World, since: dict[str, object]
) -> None:
    issue = on_agenda(world)
    Issue.objects.filter(pk=issue.pk).update(**since)
    taken_off(world, fresh(issue))
    assert "agenda" not in running(fresh(issue))


def test_other_classes_and_what_is_at_work_have_nothing_to_wait_for(world: World) -> None:
    issue = hard(world)
    taken_off(world, issue)
    assert "agenda" not in running(fresh(issue))
    begun = on_agenda(world)
    decided(world, begun)
    commit(begun, actor=world.staff, now=AFTER, text="换管", due_at=at(30))
    taken_off(world, begun)
    assert "agenda" not in running(fresh(begun))


def test_what_became_private_or_ended_is_taken_off_too(world: World) -> None:
    hidden = on_agenda(world)
    hide(hidden, actor=world.staff, now=AFTER, reason="写了别人家的事")
    taken_off(world, hidden)
    assert len(entries(hidden, "off_agenda")) == 1
    ended = confirm(settled(world), actor=world.resident, now=NOW, resolved=Resolved.SOLVED)
    taken_off(world, ended)
    assert entries(ended, "off_agenda") == []


def test_another_council_takes_nothing_off(world: World) -> None:
    issue = on_agenda(world)
    with pytest.raises(NotYours):
        take_off_agenda(
            [issue], actor=world.staff, now=AFTER, mandate=mandate_of(world.near_community)
        )


def test_five_are_taken_off_in_as_many_statements_as_two(world: World) -> None:
    issues = [on_agenda(world) for _ in range(7)]
    for issue in issues:
        support(issue, actor=world.neighbour, now=AFTER)
    with CaptureQueriesContext(connection) as two:
        taken_off(world, *issues[:2])
    with CaptureQueriesContext(connection) as five:
        taken_off(world, *reversed(issues[2:]))
    assert len(five) == len(two)
    for issue in issues:
        assert clock(fresh(issue), AGENDA).round == 2
        assert len(entries(issue, "off_agenda")) == 1
    assert told(world.resident, "off_agenda") == told(world.neighbour, "off_agenda") == 7


def test_none_is_taken_off_where_one_may_not_be(world: World) -> None:
    one, other = on_agenda(world), on_agenda(world)
    Issue.objects.filter(pk=other.pk).update(community=world.near_community, grid=world.near_grid)
    with pytest.raises(NotYours):
        taken_off(world, one, other)
    assert entries(one, "off_agenda") == []
