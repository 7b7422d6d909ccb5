"""电话回访: someone other than the handler asks the resident, up to three times."""

from __future__ import annotations

import pytest

from grids.enums import Role
from issues.actions.call_back import call_back
from issues.actions.deliver import deliver
from issues.actions.verify import verify
from issues.enums.activity import Resolved
from issues.enums.stages import Ending, Stage
from issues.enums.turns import Level
from issues.models import CallBack, Verdict
from issues.refusals import NotYours, WrongStage
from tests.issues.actions.doing import (
    DONE,
    NOW,
    at_grid,
    due,
    entries,
    entry,
    refused,
    reported,
)
from tests.issues.actions.sweeping import at, fresh
from tests.issues.staging import settled
from tests.world import World, post

LATER = at(18, 10)


def test_nobody_answers_so_the_matter_waits_on(world: World) -> None:
    issue = settled(world)
    before = due(issue)
    call_back(issue, actor=world.staff, now=LATER, note="没人接")
    assert (fresh(issue).stage, due(issue)) == (Stage.CONFIRM, before)
    made = CallBack.objects.get()
    assert (made.attempt, made.reached, made.by) == (1, False, world.staff)
    written = entry(issue, "called_back")
    assert written.parameters == {"attempt": 1, "reached": False}
    assert written.texts == {"note": "没人接"}


def test_a_word_on_the_phone_counts_as_the_residents_own(world: World) -> None:
    issue = settled(world)
    call_back(issue, actor=world.grid_head, now=LATER, resolved=Resolved.SOLVED, note="好了")
    assert (fresh(issue).stage, fresh(issue).ending) == (Stage.CLOSED, Ending.SOLVED)
    word = Verdict.objects.get()
    assert (word.via, word.text, word.by) == ("call_back", "好了", world.grid_head)
    assert entry(issue, "word").parameters["via"] == "call_back"


def test_not_solved_and_a_wish_to_look_above_go_up_from_the_phone_too(world: World) -> None:
    issue = settled(world)
    call_back(issue, actor=world.staff, now=LATER, resolved=Resolved.NOT, look_above=True)
    assert (fresh(issue).stage, fresh(issue).level) == (Stage.DELIVER, Level.COMMUNITY)


def test_three_calls_and_no_more_in_one_round(world: World) -> None:
    issue = settled(world)
    for _ in range(3):
        call_back(issue, actor=world.staff, now=LATER)
    with refused("Three calls were made; the matter now waits for its date."):
        call_back(issue, actor=world.staff, now=LATER)
    assert [e.parameters["attempt"] for e in entries(issue, "called_back")] == [1, 2, 3]


def test_another_round_has_three_calls_again(world: World) -> None:
    issue = settled(world)
    for _ in range(2):
        call_back(issue, actor=world.staff, now=LATER)
    call_back(issue, actor=world.staff, now=LATER, resolved=Resolved.PARTLY)
    deliver(issue, actor=world.grid_worker, now=LATER, result=DONE)
    call_back(issue, actor=world.staff, now=LATER)
    assert entries(issue, "called_back")[-1].parameters["attempt"] == 1


def test_nobody_asks_about_their_own_work_or_before_there_is_any(world: World) -> None:
    issue = settled(world)
    for person in (world.grid_worker, world.resident, world.dispatcher, world.near_staff):
        with pytest.raises(NotYours):
            call_back(issue, actor=person, now=LATER)
    with pytest.raises(WrongStage):
        call_back(at_grid(world), actor=world.staff, now=NOW)


def test_nobody_calls_about_their_own_work_though_they_may_call_about_others(world: World) -> None:
    """A clerk who is staff of the community as well, and a dispatcher who did it themselves."""
    post(world.clerk, world.community, Role.STAFF)
    post(world.signer, world.community, Role.STAFF)
    issue = reported(world)
    verify(issue, actor=world.grid_worker, now=at(16, 15), is_there=True)
    with pytest.raises(NotYours):
        call_back(issue, actor=world.clerk, now=LATER)
    call_back(issue, actor=world.signer, now=LATER)
    assert CallBack.objects.get().by == world.signer
