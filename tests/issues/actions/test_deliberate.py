from __future__ import annotations

from dataclasses import replace

import pytest

from issues.actions.confirm import confirm
from issues.actions.deliberate import deliberate
from issues.actions.find import find
from issues.enums.activity import DeliberationKind, Resolved
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.models import Deliberation, Issue
from issues.refusals import NotYours, WrongStage
from tests.issues.actions.doing import NOW, at_grid, entry, met, refused, stages
from tests.issues.actions.sweeping import at, fresh, told
from tests.issues.staging import settled
from tests.issues.talking import doorstep
from tests.world import World

SMALL, URGENT, HARD, MAJOR = MatterClass
TALK = doorstep(
    kind=DeliberationKind.DOORSTEP, said="都同意换", agreed="周五换", dissent="一户不同意",
    participants="沈师傅家", head_count=5,
)  # fmt: skip


def looked_into(world: World) -> Issue:
    return find(at_grid(world, HARD), actor=world.grid_worker, now=NOW, text="塌了")


def test_a_talk_after_a_finding_begins_the_deliberating(world: World) -> None:
    issue = looked_into(world)
    talk = replace(TALK, held_at=at(16, 15))
    deliberate(issue, actor=world.grid_worker, now=at(16, 18), talk=talk)
    assert fresh(issue).stage == Stage.DELIBERATE
    held = Deliberation.objects.get()
    assert (held.by, held.body, held.held_at, held.head_count) == (
        world.grid_worker, world.grid, at(16, 15), 5,
    )  # fmt: skip
    written = entry(issue, "deliberated")
    assert written.parameters == {"kind": "doorstep", "heads": 5, "quorate": None}
    assert written.happened_at == at(16, 15)
    # Dissent and reasons stay with the issue.
    assert written.texts == {
        "said": "都同意换", "agreed": "周五换", "dissent": "一户不同意", "participants": "沈师傅家",
    }  # fmt: skip
    assert told(world.resident, "deliberated") == 1


def test_a_second_talk_moves_nothing(world: World) -> None:
    issue = looked_into(world)
    for _ in range(2):
        deliberate(issue, actor=world.grid_worker, now=NOW, talk=TALK)
    assert stages(fresh(issue)) == ["topic", "investigate", "deliberate"]
    assert Deliberation.objects.count() == 2


def test_the_talk_an_urgent_matter_is_owed_is_met_when_it_was_held(world: World) -> None:
    issue = at_grid(world, URGENT)
    talk = replace(TALK, held_at=at(16, 10, 30))
    deliberate(issue, actor=world.grid_worker, now=at(16, 12), talk=talk)
    assert met(fresh(issue), DeadlineKind.TALK) == at(16, 10, 30)
    assert fresh(issue).stage == Stage.TOPIC


@pytest.mark.parametrize("matter_class", [HARD, MAJOR])
def test_a_hard_and_a_major_matter_are_looked_into_first(
    world: World, matter_class: MatterClass
) -> None:
    issue = at_grid(world, matter_class)
    holder = world.staff if matter_class == MAJOR else world.grid_worker
    with refused("Write down a finding first: what was seen on the spot."):
        deliberate(issue, actor=holder, now=NOW, talk=TALK)


def test_a_talk_takes_two_who_said_or_agreed_something(world: World) -> None:
    issue = looked_into(world)
    for talk, sentence, field in [
        (replace(TALK, said=" ", agreed=""), "Write down what was said or agreed.", "said"),
        (replace(TALK, head_count=1), "A talk takes at least two.", "head_count"),
        (
            replace(TALK, head_count=40_000),
            "Count the heads again: those are too many.",
            "head_count",
        ),
        (replace(TALK, held_at=at(13)), "That time is before the matter was raised.", "held_at"),
    ]:
        with refused(sentence, field=field):
            deliberate(issue, actor=world.grid_worker, now=NOW, talk=talk)


def test_while_the_resident_is_asked_only_the_urgent_talk_is_still_held(world: World) -> None:
    issue = settled(world)
    assert issue.stage == Stage.CONFIRM
    with pytest.raises(WrongStage):
        deliberate(issue, actor=world.grid_worker, now=NOW, talk=TALK)
    Issue.objects.filter(pk=issue.pk).update(matter_class=URGENT)
    before = Deliberation.objects.count()
    deliberate(issue, actor=world.grid_worker, now=NOW, talk=TALK)
    assert Deliberation.objects.count() == before + 1


def test_what_ended_is_not_talked_over_any_more(world: World) -> None:
    issue = confirm(settled(world), actor=world.resident, now=NOW, resolved=Resolved.SOLVED)
    with pytest.raises((NotYours, WrongStage)):
        deliberate(issue, actor=world.grid_worker, now=NOW, talk=TALK)


def test_neighbours_write_no_talk_down(world: World) -> None:
    issue = looked_into(world)
    for person in (world.resident, world.neighbour, world.far_grid_worker):
        with pytest.raises(NotYours):
            deliberate(issue, actor=person, now=NOW, talk=TALK)
