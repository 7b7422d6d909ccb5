"""居民评价: the resident has the last word."""

from __future__ import annotations

import pytest

from issues.actions.confirm import confirm
from issues.actions.deliver import deliver
from issues.actions.name_lead import name_lead
from issues.actions.verify import verify
from issues.enums.activity import Resolved, Satisfaction
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.stages import Ending, Stage
from issues.enums.turns import Level
from issues.models import Assignment, Issue, Verdict
from issues.refusals import NotYours, WrongStage
from tests.issues.actions.doing import DONE, at_community, due, entry, met, refused, reported
from tests.issues.actions.sweeping import at, clock, fresh, holder, lead_of, running, told
from tests.issues.staging import settled
from tests.world import World

SOLVED, PARTLY, NOT = Resolved
LATER = at(17, 11)


def asked_after_department(world: World) -> Issue:
    issue = reported(world)
    verify(issue, actor=world.grid_worker, now=at(16, 15), is_there=True)
    return fresh(issue)


def test_solved_closes_it_and_nobody_holds_it(world: World) -> None:
    issue = settled(world)
    confirm(
        issue, actor=world.resident, now=LATER, resolved=SOLVED,
        satisfaction=Satisfaction.FAIRLY, text="谢谢",
    )  # fmt: skip
    issue = fresh(issue)
    assert (issue.stage, issue.ending, issue.ended_at) == (Stage.CLOSED, Ending.SOLVED, LATER)
    assert not Assignment.objects.current().filter(issue=issue).exists()
    assert (running(issue), met(issue, DeadlineKind.CONFIRM)) == (set(), LATER)
    written = entry(issue, "word")
    assert written.parameters == {
        "resolved": "solved", "satisfaction": "fairly", "via": "self", "look_above": False,
        "round": 1,
    }  # fmt: skip
    assert written.texts == {"text": "谢谢"}
    assert entry(issue, "closed").parameters == {"ending": "solved"}
    assert told(world.grid_worker, "word") == 1


@pytest.mark.parametrize("resolved", [PARTLY, NOT])
def test_otherwise_the_same_holder_makes_it_good_with_a_new_clock(
    world: World, resolved: Resolved
) -> None:
    issue = settled(world)
    turn = lead_of(issue)
    confirm(issue, actor=world.resident, now=LATER, resolved=resolved)
    issue = fresh(issue)
    assert (issue.stage, issue.unsolved_rounds) == (Stage.DELIVER, 1)
    # Two working days of a small matter at the grid, from Tuesday.
    assert (lead_of(issue), due(issue)) == (turn, {"resolve": at(19, 17, 30)})


def test_by_wish_or_the_second_time_it_goes_up(world: World) -> None:
    first, second = settled(world), settled(world)
    confirm(first, actor=world.resident, now=LATER, resolved=NOT, look_above=True, text="没修")
    assert (fresh(first).level, fresh(first).stage) == (Level.COMMUNITY, Stage.DELIVER)
    assert (lead_of(first).cause, lead_of(first).reason) == ("word", "没修")
    confirm(second, actor=world.resident, now=LATER, resolved=PARTLY)
    assert fresh(second).level == Level.GRID
    deliver(second, actor=world.grid_head, now=LATER, result=DONE)
    confirm(second, actor=world.resident, now=LATER, resolved=PARTLY)
    assert fresh(second).level == Level.COMMUNITY


def test_from_a_department_it_goes_back_to_the_street_which_looks_again(world: World) -> None:
    issue = asked_after_department(world)
    confirm(issue, actor=world.resident, now=LATER, resolved=NOT, look_above=True)
    assert (holder(fresh(issue)), issue.level) == (world.general_office, Level.DEPARTMENT)
    assert running(issue) == {"dispatch"}
    assert told(world.dispatcher, "came") == 1


def test_at_the_street_itself_supervisors_are_told(world: World) -> None:
    issue = asked_after_department(world)
    confirm(issue, actor=world.resident, now=LATER, resolved=NOT, look_above=True)
    office = world.general_office
    name_lead(issue, actor=world.dispatcher, now=LATER, body=office)
    deliver(issue, actor=world.general_clerk, now=LATER, result=DONE)
    verify(issue, actor=world.grid_worker, now=LATER, is_there=True)
    confirm(issue, actor=world.resident, now=at(18), resolved=NOT)
    assert holder(fresh(issue)) == office
    assert running(issue) == {"resolve", "supervised"}
    assert clock(issue, DeadlineKind.SUPERVISED).due_at == at(25, 17, 30)
    assert told(world.supervisor, "supervised") == 1


def test_one_word_a_round_and_only_the_reporters(world: World) -> None:
    issue = settled(world)
    for person in (world.neighbour, world.grid_worker, world.staff):
        with pytest.raises(NotYours):
            confirm(issue, actor=person, now=LATER, resolved=SOLVED)
    confirm(issue, actor=world.resident, now=LATER, resolved=SOLVED)
    with pytest.raises(WrongStage):
        confirm(issue, actor=world.resident, now=LATER, resolved=NOT)
    assert Verdict.objects.count() == 1


def test_a_word_is_not_a_letter(world: World) -> None:
    issue = settled(world)
    with refused("At most 1000 characters, please; now there are 1001.", field="text"):
        confirm(issue, actor=world.resident, now=LATER, resolved=NOT, text="长" * 1001)


def test_nothing_is_confirmed_before_there_is_a_result(world: World) -> None:
    with pytest.raises(WrongStage):
        confirm(
            at_community(world, MatterClass.SMALL), actor=world.resident, now=LATER,
            resolved=SOLVED,
        )  # fmt: skip
