"""A major matter comes on an agenda in five working days, or the level above hears of it."""

from __future__ import annotations

from typing import Any

import pytest

from issues.actions.classify import classify
from issues.actions.hide import hide
from issues.actions.put_on_agenda import put_on_agenda
from issues.actions.receive import receive
from issues.actions.support import support
from issues.actions.sweep import sweep
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.models import Deadline, Issue
from issues.refusals import NotYours
from tests.issues.actions.doing import NOW, at_community, at_grid, entries, entry, met, refused
from tests.issues.actions.sweeping import at, clock, fresh, running, told
from tests.issues.sitting import AFTER, SITTING, hard, major, mandate_of
from tests.issues.staging import raised
from tests.world import World

SMALL, URGENT, HARD, MAJOR = MatterClass
AGENDA = DeadlineKind.AGENDA
# Five working days after Monday the 16th.
DUE, SITS = at(23, 17, 30), at(20, 15)


def put(world: World, issue: Issue, **given: object) -> Issue:
    more: dict[str, object] = {
        "actor": world.staff, "now": AFTER, "mandate": mandate_of(world.community), "at": SITS,
    }  # fmt: skip
    return put_on_agenda(issue, **{**more, **given})  # type: ignore[arg-type]


def test_it_meets_the_clock_and_records_when_the_sitting_is(world: World) -> None:
    issue = major(world)
    assert clock(issue, AGENDA).due_at == DUE
    put(world, issue)
    assert met(issue, AGENDA) == AFTER
    assert "agenda" not in running(fresh(issue))
    assert entry(issue, "on_agenda").parameters == {
        "at": SITS.isoformat(), "body": world.community.code, "sitting": str(SITTING),
    }  # fmt: skip
    sweep(now=DUE)
    missed = {one.parameters["clock"] for one in entries(fresh(issue), "missed")}
    assert "agenda" not in missed


def test_those_who_follow_it_are_told(world: World) -> None:
    issue = major(world)
    support(issue, actor=world.stranger, now=NOW)
    put(world, issue)
    assert (told(world.resident, "on_agenda"), told(world.stranger, "on_agenda")) == (1, 1)
    assert told(world.staff, "on_agenda") == 0


def test_moved_to_another_day_it_is_told_again(world: World) -> None:
    issue = major(world)
    put(world, issue)
    put(world, issue, at=at(24, 15))
    assert len(entries(issue, "on_agenda")) == told(world.resident, "on_agenda") == 2


def test_missed_it_is_told_to_the_body_and_to_the_level_above_and_stays_there(
    world: World,
) -> None:
    issue = major(world)
    assert sweep(now=clock(issue, AGENDA).wake_at).handled == 1
    assert told(world.staff, "reminder") == 1
    sweep(now=DUE)
    issue = fresh(issue)
    assert "agenda" not in running(issue)
    assert "resolve" in running(issue)
    missed = [one.parameters["clock"] for one in entries(issue, "missed")]
    assert "agenda" in missed
    assert told(world.staff, "missed") == len(missed)
    assert told(world.dispatcher, "missed_below") == len(missed)
    assert issue.level == "community"


def test_a_matter_of_any_class_may_come_on_an_agenda_without_a_clock(world: World) -> None:
    issue = hard(world)
    put(world, issue, mandate=mandate_of(world.grid))
    assert entry(issue, "on_agenda").parameters["body"] == world.grid.code


def test_the_sittings_of_other_places_and_private_matters_are_refused(world: World) -> None:
    issue = major(world)
    for body in (world.near_community, world.other_grid):
        with pytest.raises(NotYours):
            put(world, issue, mandate=mandate_of(body))
    hide(issue, actor=world.staff, now=NOW, reason="写了别人家的事")
    with refused("This matter is not public, and sittings are."):
        put(world, issue)
    new = raised(world)
    with refused("Check and publish the matter first: sittings are public."):
        put(world, new)


def test_newly_major_at_its_community_it_has_five_days_from_then(world: World) -> None:
    issue = at_community(world, HARD)
    assert "agenda" not in running(issue)
    receive(issue, actor=world.staff, now=NOW)
    classify(issue, actor=world.staff, now=at(18), matter_class=MAJOR, reason="全小区的事")
    assert clock(fresh(issue), AGENDA).due_at == at(25, 17, 30)
    # The result is counted from when it came, as ever.
    classify(issue, actor=world.staff, now=at(19), matter_class=HARD, reason="一栋楼的事")
    assert "agenda" not in running(fresh(issue))
    assert Deadline.objects.get(issue=issue, kind=AGENDA).void_at == at(19)


def test_what_was_on_an_agenda_in_this_turn_is_not_asked_again(world: World) -> None:
    issue = major(world)
    put(world, issue)
    classify(issue, actor=world.staff, now=at(18), matter_class=HARD, reason="一栋楼的事")
    classify(issue, actor=world.staff, now=at(19), matter_class=MAJOR, reason="全小区的事")
    assert "agenda" not in running(fresh(issue))


def test_the_same_class_again_leaves_the_clock_alone(world: World) -> None:
    issue = major(world)
    before = clock(issue, AGENDA).pk
    classify(issue, actor=world.staff, now=at(18), matter_class=MAJOR)
    assert clock(issue, AGENDA).pk == before


@pytest.mark.parametrize("given", [{"private_wish": True}, {"category": "noise"}])
def test_what_never_is_public_is_no_major_matter(world: World, given: dict[str, object]) -> None:
    """No council could decide it, and without its resolution nobody may carry it out."""
    category = world.categories[str(given.get("category", "sewers"))]
    issue = raised(world, category=category, private_wish=bool(given.get("private_wish")))
    receive(issue, actor=world.grid_worker, now=NOW)
    stays = "A major matter is decided at a public sitting, and this one stays private."
    with refused(stays, field="matter_class"):
        classify(issue, actor=world.grid_worker, now=NOW, matter_class=MAJOR)
    classify(issue, actor=world.grid_worker, now=NOW, matter_class=HARD)


def test_what_becomes_a_dispute_is_no_major_matter_any_more(world: World) -> None:
    issue = raised(world, category=world.categories["sewers"])
    receive(issue, actor=world.grid_worker, now=NOW)
    classify(issue, actor=world.grid_worker, now=NOW, matter_class=MAJOR)
    receive(issue, actor=world.staff, now=NOW)
    assert "agenda" in running(issue)
    given: dict[str, Any] = {
        "actor": world.staff,
        "now": AFTER,
        "category": world.categories["noise"],
    }
    stays = "A major matter is decided at a public sitting, and this one stays private."
    with refused(stays, field="matter_class"):
        classify(issue, matter_class=MAJOR, **given)
    classify(issue, matter_class=HARD, reason="两家之间的事", **given)
    assert "agenda" not in running(fresh(issue))


def test_at_the_grid_there_is_no_such_clock(world: World) -> None:
    for matter_class in (SMALL, URGENT, HARD):
        assert "agenda" not in running(at_grid(world, matter_class))
