from __future__ import annotations

import pytest

from grids.enums import Role
from issues.actions.deliver import deliver
from issues.actions.name_lead import name_lead
from issues.actions.receive import receive
from issues.actions.sweep import sweep
from issues.actions.verify import verify
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.models import Outcome
from issues.refusals import NotYours
from tests.issues.actions.doing import DONE, NOW, at_grid, due, entry, met, refused, reported
from tests.issues.actions.sweeping import at, fresh, running, told
from tests.world import World, post

LATER = at(16, 15)


def test_it_is_there_so_the_resident_is_asked(world: World) -> None:
    issue = reported(world)
    assert due(issue) == {"verify": at(17, 17, 30)}
    verify(issue, actor=world.grid_worker, now=LATER, is_there=True, note="看过了")
    issue = fresh(issue)
    assert (issue.stage, due(issue)) == (Stage.CONFIRM, {"confirm": at(23, 15)})
    assert met(issue, DeadlineKind.VERIFY) == LATER
    outcome = Outcome.objects.get()
    assert (outcome.verified_at, outcome.verified_by, outcome.refused_at) == (
        LATER, world.grid_worker, None,
    )  # fmt: skip
    written = entry(issue, "verified")
    assert (written.parameters, written.texts) == ({"there": True}, {"note": "看过了"})
    assert told(world.resident, "asked") == 1


def test_it_is_not_there_so_the_same_body_makes_it_good_with_a_new_clock(world: World) -> None:
    issue = reported(world)
    verify(issue, actor=world.staff, now=LATER, is_there=False, note="井盖没换")
    issue = fresh(issue)
    # Five working days from today.
    assert (issue.stage, due(issue)) == (Stage.DELIVER, {"resolve": at(23, 17, 30)})
    assert Outcome.objects.get().refused_at == LATER
    assert (told(world.clerk, "not_there"), told(world.resident, "asked")) == (1, 0)
    deliver(issue, actor=world.clerk, now=at(17), result=DONE)
    verify(issue, actor=world.grid_worker, now=at(17, 10), is_there=True)
    assert fresh(issue).stage == Stage.CONFIRM


def test_who_finds_something_missing_says_what(world: World) -> None:
    issue = reported(world)
    with refused("Say what is still missing.", field="note"):
        verify(issue, actor=world.grid_worker, now=LATER, is_there=False, note=" ")


def test_only_what_is_reported_is_checked_and_once(world: World) -> None:
    nothing = "There is no result that waits to be checked."
    issue = reported(world)
    verify(issue, actor=world.grid_worker, now=LATER, is_there=False, note="没换")
    with refused(nothing):
        verify(issue, actor=world.grid_worker, now=LATER, is_there=True)


def test_an_unchecked_result_of_an_earlier_lead_waits_for_nobody(world: World) -> None:
    issue = reported(world)
    name_lead(issue, actor=world.dispatcher, now=LATER, body=world.sanitation)
    # The check was of the housing office's work: its clock is void, the new body has its own.
    assert running(fresh(issue)) == {"receive", "resolve"}
    with refused("There is no result that waits to be checked."):
        verify(issue, actor=world.grid_worker, now=LATER, is_there=True)
    receive(issue, actor=world.other_clerk, now=LATER)
    deliver(issue, actor=world.other_clerk, now=at(17), result=DONE)
    verify(issue, actor=world.grid_worker, now=at(17, 10), is_there=True)
    assert fresh(issue).stage == Stage.CONFIRM
    old, new = Outcome.objects.order_by("pk")
    assert (old.verified_at, new.verified_at) == (None, at(17, 10))


def test_a_late_check_ends_with_the_check(world: World) -> None:
    issue = reported(world)
    sweep(now=at(17, 17, 31))
    verify(issue, actor=world.grid_worker, now=at(18), is_there=True)
    assert running(fresh(issue)) == {"confirm"}


def test_neither_the_department_nor_the_resident_checks(world: World) -> None:
    issue = reported(world)
    for person in (world.clerk, world.signer, world.resident, world.dispatcher):
        with pytest.raises(NotYours):
            verify(issue, actor=person, now=LATER, is_there=True)
    with pytest.raises(NotYours):
        verify(issue, actor=world.other_grid_worker, now=LATER, is_there=True)


def test_the_grids_own_result_is_not_checked_by_the_grid(world: World) -> None:
    issue = at_grid(world, MatterClass.URGENT)
    deliver(issue, actor=world.grid_worker, now=NOW, result=DONE)
    assert not Outcome.objects.get().needs_verification


def test_nobody_checks_their_own_work_though_they_work_at_the_grid_too(world: World) -> None:
    post(world.clerk, world.grid, Role.GRID_WORKER)
    post(world.signer, world.grid, Role.GRID_WORKER)
    issue = reported(world)
    with pytest.raises(NotYours):
        verify(issue, actor=world.clerk, now=LATER, is_there=True)
    # Another one of the same department who works at the grid did not report it.
    verify(issue, actor=world.signer, now=LATER, is_there=True)
    assert fresh(issue).stage == Stage.CONFIRM
