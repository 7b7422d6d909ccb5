"""The class picks the procedure and the clocks, from the start of the turn."""

from __future__ import annotations

import pytest

from issues.actions.classify import classify
from issues.actions.join import join
from issues.actions.publish import publish
from issues.actions.receive import receive
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import Stage
from issues.enums.turns import Level, TurnCause
from issues.models import Deadline, Issue
from issues.refusals import NotYours, WrongStage
from tests.issues.actions.doing import (
    NOW,
    at_grid,
    at_housing,
    december,
    due,
    entry,
    refused,
    reported,
)
from tests.issues.actions.sweeping import at, fresh, holder, lead_of, told
from tests.issues.staging import raised
from tests.world import World

SMALL, URGENT, HARD, MAJOR = MatterClass


def taken_in(world: World, **more: object) -> Issue:
    return receive(raised(world, **more), actor=world.grid_worker, now=at(16, 9, 5))


def test_the_class_sets_the_topic_and_is_told(world: World) -> None:
    issue, sewers = taken_in(world), world.categories["sewers"]
    classify(issue, actor=world.grid_worker, now=NOW, matter_class=SMALL, category=sewers)
    issue = fresh(issue)
    assert (issue.matter_class, issue.category, issue.stage) == ("small", sewers, Stage.TOPIC)
    assert entry(issue, "classified").parameters == {
        "from": "", "to": "small", "category": "sewers",
    }  # fmt: skip
    assert told(world.resident, "classified") == 1


# Raised on Monday at 9. Working days end at 17:30; an urgent hour has sixty minutes at night too.
DUE = {
    SMALL: {"respond": at(17, 17, 30), "resolve": at(18, 17, 30)},
    HARD: {"respond": at(17, 17, 30), "resolve": at(30, 17, 30)},
    # The talk is owed within a day of the alarm, the rest from when it came.
    URGENT: {"respond": at(16, 10), "resolve": at(17, 9), "talk": at(17, 9, 30)},
}


@pytest.mark.parametrize("matter_class", DUE)
def test_clocks_are_worked_out_again_from_the_start_of_the_turn(
    world: World, matter_class: MatterClass
) -> None:
    issue = taken_in(world, category=world.categories["sewers"])
    promised = issue.promised_by
    classify(issue, actor=world.grid_worker, now=at(16, 9, 30), matter_class=matter_class)
    assert due(fresh(issue)) == DUE[matter_class]
    # What the resident was promised at first is never reset.
    assert fresh(issue).promised_by == promised
    old = Deadline.objects.get(issue=issue, kind=DeadlineKind.RESOLVE, void_at__isnull=False)
    assert Deadline.objects.running().get(issue=issue, kind=DeadlineKind.RESOLVE).replaces == old


def test_a_major_matter_belongs_to_the_community(world: World) -> None:
    issue = taken_in(world, category=world.categories["sewers"])
    classify(issue, actor=world.grid_worker, now=NOW, matter_class=MAJOR)
    issue = fresh(issue)
    assert (issue.level, issue.stage, holder(issue)) == (
        Level.COMMUNITY, Stage.TOPIC, world.community,
    )  # fmt: skip
    assert lead_of(issue).cause == TurnCause.BELONGS
    # Four working hours from 10 over the noon break; five working days to come on an agenda,
    # twenty for the plan.
    assert due(issue) == {
        "receive": at(16, 15, 30),
        "respond": at(17, 17, 30),
        "agenda": at(23, 17, 30),
        "resolve": december(14),
    }


def test_an_urgent_matter_alarms_community_and_street_and_a_calm_one_owes_no_talk(
    world: World,
) -> None:
    issue = taken_in(world, category=world.categories["sewers"])
    classify(issue, actor=world.grid_worker, now=NOW, matter_class=URGENT)
    for person in (world.staff, world.lead, world.dispatcher):
        assert told(person, "urgent") == 1
    classify(issue, actor=world.grid_worker, now=NOW, matter_class=SMALL, reason="水停了")
    assert due(fresh(issue)) == DUE[SMALL]


def test_a_changed_class_needs_a_reason_and_the_resident_reads_it(world: World) -> None:
    issue = at_grid(world, SMALL)
    with refused("Say why the class changes: the resident reads it.", field="reason"):
        classify(issue, actor=world.grid_worker, now=NOW, matter_class=HARD)
    classify(issue, actor=world.grid_worker, now=NOW, matter_class=HARD, reason="要换管")
    assert fresh(issue).matter_class == HARD


def test_the_same_class_again_leaves_the_clocks_alone(world: World) -> None:
    issue = at_grid(world, SMALL)
    before = set(Deadline.objects.values_list("pk", flat=True))
    classify(
        issue, actor=world.grid_worker, now=NOW, matter_class=SMALL,
        category=world.categories["roofs"],
    )  # fmt: skip
    assert set(Deadline.objects.values_list("pk", flat=True)) == before


def test_it_is_taken_in_first_and_is_about_something(world: World) -> None:
    issue = raised(world)
    with refused("Take the matter in first."):
        classify(issue, actor=world.grid_worker, now=NOW, matter_class=SMALL)
    receive(issue, actor=world.grid_worker, now=NOW)
    with refused("Choose what the matter is about.", field="category"):
        classify(issue, actor=world.grid_worker, now=NOW, matter_class=SMALL)


def test_a_dispute_becomes_private_and_is_not_named_in_the_record(world: World) -> None:
    issue, noise = taken_in(world), world.categories["noise"]
    classify(issue, actor=world.grid_worker, now=NOW, matter_class=SMALL, category=noise)
    assert fresh(issue).visibility == Visibility.PRIVATE
    assert entry(issue, "classified").parameters["category"] == ""


def test_what_is_public_or_in_other_hands_is_not_made_a_dispute(world: World) -> None:
    issue, noise, elsewhere = taken_in(world), world.categories["noise"], at_housing(world)
    stays = "A dispute between neighbours stays with its community; others have this one."
    join(issue, actor=world.grid_worker, now=NOW, body=world.property_company, reason="请配合")
    for matter, who in ((issue, world.grid_worker), (elsewhere, world.clerk)):
        with refused(stays, field="category"):
            classify(matter, actor=who, now=NOW, matter_class=SMALL, category=noise)
    publish(issue, actor=world.grid_worker, now=NOW, title="堵了", text="楼前堵了")
    with refused("This matter is public. Hide it before you make it a dispute.", field="category"):
        classify(issue, actor=world.grid_worker, now=NOW, matter_class=SMALL, category=noise)


def test_only_the_holder_and_only_before_it_is_carried_out(world: World) -> None:
    issue = taken_in(world)
    for person in (world.staff, world.resident, world.other_grid_worker):
        with pytest.raises(NotYours):
            classify(issue, actor=person, now=NOW, matter_class=SMALL)
    with pytest.raises(WrongStage):
        classify(reported(world), actor=world.clerk, now=NOW, matter_class=HARD, reason="换管")
