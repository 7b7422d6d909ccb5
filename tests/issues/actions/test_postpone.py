"""Put off to a date, a matter is to be talked over again by then."""

from __future__ import annotations

from datetime import datetime, timedelta

from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.postpone import postpone
from issues.actions.push_up import push_up
from issues.actions.put_on_agenda import put_on_agenda
from issues.actions.sweep import sweep
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.models import Issue
from issues.presentation.why import why_of
from tests.issues.actions.doing import entry, met, refused
from tests.issues.actions.sweeping import at, clock, fresh, kinds, running, told
from tests.issues.sitting import AFTER, SITTING, decided, hard, major, mandate_of
from tests.world import World

AGENDA = DeadlineKind.AGENDA
UNTIL = at(27, 15)


def put_off(world: World, issue: Issue, until: datetime = UNTIL, now: datetime = AFTER) -> Issue:
    mandate = mandate_of(world.community)
    return postpone(issue, actor=world.staff, now=now, mandate=mandate, until=until)


def test_the_clock_runs_to_the_new_date_instead(world: World) -> None:
    issue = major(world)
    old = clock(issue, AGENDA)
    put_off(world, issue)
    new = clock(fresh(issue), AGENDA)
    assert (new.due_at, new.round, new.basis) == (UNTIL, 2, {"kind": "postponed"})
    assert why_of(new, AFTER)
    old.refresh_from_db()
    assert old.void_at == AFTER
    assert entry(issue, "postponed").parameters == {
        "until": UNTIL.isoformat(), "body": world.community.code, "sitting": str(SITTING),
    }  # fmt: skip
    assert told(world.resident, "postponed") == 1


def test_a_date_that_passes_is_told_above_in_any_class(world: World) -> None:
    issue = hard(world)
    put_off(world, issue, at(25))
    sweep(now=at(25))
    assert "missed" in kinds(fresh(issue))
    assert (told(world.grid_worker, "missed"), told(world.staff, "missed_below")) == (2, 2)


def test_coming_on_an_agenda_meets_it(world: World) -> None:
    issue = hard(world)
    put_off(world, issue)
    mandate = mandate_of(world.grid)
    put_on_agenda(issue, actor=world.grid_worker, now=at(18), mandate=mandate, at=at(20))
    assert met(fresh(issue), AGENDA) == at(18)


def test_the_date_stands_when_the_class_changes_and_goes_with_the_turn(world: World) -> None:
    issue = major(world)
    put_off(world, issue)
    hard_now = {"matter_class": MatterClass.HARD, "reason": "一栋楼的事"}
    classify(issue, actor=world.staff, now=AFTER, **hard_now)  # type: ignore[arg-type]
    assert clock(fresh(issue), AGENDA).due_at == UNTIL
    small = {"matter_class": MatterClass.SMALL, "reason": "一户的事"}
    classify(issue, actor=world.staff, now=AFTER, **small)  # type: ignore[arg-type]
    push_up(issue, actor=world.staff, now=AFTER, reason="要换管", tried="议过")
    assert "agenda" not in running(fresh(issue))


def test_at_work_or_with_a_department_nothing_waits_for_a_date(world: World) -> None:
    issue = major(world)
    decided(world, issue)
    commit(issue, actor=world.staff, now=AFTER, text="换管", due_at=at(30))
    put_off(world, issue)
    assert "agenda" not in running(fresh(issue))
    away = major(world)
    push_up(away, actor=world.staff, now=AFTER, reason="要换管", tried="议过")
    put_off(world, away)
    assert "agenda" not in running(fresh(away))


def test_what_begins_to_be_carried_out_waits_no_more(world: World) -> None:
    issue = major(world)
    decided(world, issue)
    put_off(world, issue)
    commit(issue, actor=world.staff, now=AFTER, text="换管", due_at=at(30))
    assert "agenda" not in running(fresh(issue))


def test_the_date_lies_ahead_and_within_a_year(world: World) -> None:
    issue = major(world)
    with refused("The date to which it is put off lies ahead.", field="until"):
        put_off(world, issue, AFTER)
    with refused("Put it off by a year at most.", field="until"):
        put_off(world, issue, AFTER + timedelta(days=400))
