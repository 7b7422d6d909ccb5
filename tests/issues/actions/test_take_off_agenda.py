"""Taken off an agenda, a major matter is to come on another one."""

from __future__ import annotations

import pytest

from issues.actions.commit import commit
from issues.actions.confirm import confirm
from issues.actions.hide import hide
from issues.actions.put_on_agenda import put_on_agenda
from issues.actions.sweep import sweep
from issues.actions.take_off_agenda import take_off_agenda
from issues.enums import DeadlineKind, Resolved
from issues.models import Issue
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


def taken_off(world: World, issue: Issue) -> Issue:
    return take_off_agenda(
        issue, actor=world.staff, now=at(18), mandate=mandate_of(world.community)
    )


def test_the_clock_starts_again_from_now_and_counts_its_rounds(world: World) -> None:
    issue = on_agenda(world)
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
            issue, actor=world.staff, now=AFTER, mandate=mandate_of(world.near_community)
        )
