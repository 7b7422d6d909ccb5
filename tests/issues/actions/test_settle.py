"""小事好商量: from the topic to the resident's word at once, with a note of what was agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from issues.actions.find import find
from issues.actions.settle import settle
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.models import Deliberation, Outcome
from issues.refusals import NotYours, WrongStage
from tests.issues.actions.doing import NOW, at_grid, at_housing, due, met, refused, stages
from tests.issues.actions.sweeping import fresh, kinds, told
from tests.issues.talking import doorstep
from tests.world import World

SMALL, URGENT, HARD, MAJOR = MatterClass
TALK = doorstep(agreed="当天疏通好", participants="沈师傅家")
PHOTO = "Add a picture of the result, or say why there is none."


def test_agreed_done_and_the_resident_asked_in_one_go(world: World) -> None:
    issue = at_grid(world, SMALL)
    settle(issue, actor=world.grid_worker, now=NOW, talk=TALK, no_picture_reason="天黑")
    issue = fresh(issue)
    assert stages(issue) == ["topic", "deliver", "confirm"]
    assert kinds(issue)[-4:] == ["deliberated", "stage", "delivered", "stage"]
    assert due(issue) == {"confirm": NOW + timedelta(days=7)}
    for kind in (DeadlineKind.RESPOND, DeadlineKind.RESOLVE):
        assert met(issue, kind) == NOW
    outcome = Outcome.objects.get()
    assert (outcome.text, outcome.needs_verification) == ("当天疏通好", False)
    assert Deliberation.objects.get().agreed == "当天疏通好"
    assert told(world.resident, "asked") == 1


def test_an_urgent_matter_has_its_talk_by_it(world: World) -> None:
    issue = at_grid(world, URGENT)
    settle(issue, actor=world.grid_worker, now=NOW, talk=TALK, no_picture_reason="天黑")
    assert met(fresh(issue), DeadlineKind.TALK) == NOW


def test_hard_and_major_matters_are_not_settled_on_the_spot(world: World) -> None:
    for matter_class, holder in ((HARD, world.grid_worker), (MAJOR, world.staff)):
        issue = at_grid(world, matter_class)
        with refused("Only small and urgent matters are settled on the spot."):
            settle(issue, actor=holder, now=NOW, talk=TALK, no_picture_reason="天黑")


def test_what_was_agreed_is_the_duty_and_a_picture_or_its_reason(world: World) -> None:
    issue, worker = at_grid(world, SMALL), world.grid_worker
    nothing = replace(TALK, agreed=" ", said="说了说")
    with refused("Write down what was agreed.", field="agreed"):
        settle(issue, actor=worker, now=NOW, talk=nothing, no_picture_reason="天黑")
    with refused(PHOTO, field="no_picture_reason"):
        settle(issue, actor=worker, now=NOW, talk=TALK)


def test_departments_report_and_settle_nothing_and_what_is_looked_into_is_reported(
    world: World,
) -> None:
    with pytest.raises(NotYours):
        settle(at_housing(world, SMALL), actor=world.clerk, now=NOW, talk=TALK)
    issue = find(at_grid(world, SMALL), actor=world.grid_worker, now=NOW, text="断了")
    with pytest.raises(WrongStage):
        settle(issue, actor=world.grid_worker, now=NOW, talk=TALK)
