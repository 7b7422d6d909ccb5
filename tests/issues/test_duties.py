"""What must come first, asked of facts alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from issues.duties import (
    before_delivery,
    before_sitting,
    before_talk,
    left_to_others,
    owes_push_up,
    owes_settling,
)
from issues.enums.activity import CouncilAsks
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import Stage
from issues.enums.turns import Level
from issues.facts import Facts

FACTS = Facts(
    stage=Stage.TOPIC,
    level=Level.COMMUNITY,
    matter_class=MatterClass.MAJOR,
    visibility=Visibility.PUBLIC,
    is_dispute=False,
    reporter_id=1,
    first_receiver_id=None,
    grid_path="/1/2/3/4/",
    community_path="/1/2/3/",
    street_path="/1/2/",
    lead=None,
)
WAITS = "A major matter waits for a resolution of the council."
CLASS_FIRST = "Set the class of the matter first."
FINDING_FIRST = "Write down a finding first: what was seen on the spot."
# Stage × resolutions, at the community and at a department alike.
MAJOR = {
    (Stage.COLLECT, 0): CLASS_FIRST,
    (Stage.COLLECT, 1): CLASS_FIRST,
    (Stage.TOPIC, 0): WAITS,
    (Stage.TOPIC, 1): WAITS,
    (Stage.INVESTIGATE, 0): WAITS,
    (Stage.INVESTIGATE, 1): WAITS,
    (Stage.DELIBERATE, 0): WAITS,
    (Stage.DELIBERATE, 1): "",
    (Stage.DELIVER, 0): "",
    (Stage.DELIVER, 1): "",
}


@pytest.mark.parametrize("given", [{"is_dispute": True}, {"private_wish": True}])
def test_a_major_matter_that_is_never_public_is_told_to_get_another_class(
    given: dict[str, Any],
) -> None:
    sentence = "A major matter is decided in public, and this one is not. Set another class."
    with translation.override("en"):
        assert before_delivery(replace(FACTS, **given)) == sentence
        assert before_delivery(replace(FACTS, **given, matter_class=MatterClass.HARD)) != sentence


@pytest.mark.parametrize("level", [Level.COMMUNITY, Level.DEPARTMENT])
@pytest.mark.parametrize(("stage", "resolutions"), MAJOR)
def test_a_major_matter_is_carried_out_after_a_resolution(
    level: Level, stage: Stage, resolutions: int
) -> None:
    facts = replace(FACTS, level=level, stage=stage, resolutions=resolutions)
    with translation.override("en"):
        assert before_delivery(facts) == MAJOR[stage, resolutions]


def test_what_owners_and_the_assembly_decide_is_said_with_it() -> None:
    facts = replace(FACTS, owners_note="动用维修资金", assembly_note="小区公约")
    left = (
        "The owners still have to decide: 动用维修资金 "
        "The residents' assembly still has to decide: 小区公约"
    )
    with translation.override("en"):
        assert left_to_others(facts) == left
        assert before_delivery(facts) == f"{WAITS} {left}"
        assert left_to_others(replace(facts, assembly_note="")).endswith("维修资金")
        assert left_to_others(FACTS) == ""


TALKS = [
    (MatterClass.SMALL, Stage.COLLECT, CLASS_FIRST),
    (MatterClass.SMALL, Stage.TOPIC, ""),
    (MatterClass.URGENT, Stage.TOPIC, ""),
    (MatterClass.HARD, Stage.TOPIC, FINDING_FIRST),
    (MatterClass.MAJOR, Stage.TOPIC, FINDING_FIRST),
    (MatterClass.HARD, Stage.INVESTIGATE, ""),
    (MatterClass.MAJOR, Stage.INVESTIGATE, ""),
]


@pytest.mark.parametrize(("matter_class", "stage", "sentence"), TALKS)
def test_a_hard_and_a_major_matter_are_looked_into_before_a_talk(
    matter_class: MatterClass, stage: Stage, sentence: str
) -> None:
    facts = replace(FACTS, matter_class=matter_class, stage=stage)
    with translation.override("en"):
        assert before_talk(facts) == sentence


SHOWN = [
    (Visibility.PUBLIC, False, False, ""),
    (Visibility.PENDING, False, False, "Check and publish the matter first: sittings are public."),
    (Visibility.PENDING, True, False, "This matter is not public, and sittings are."),
    (Visibility.PRIVATE, False, False, "This matter is not public, and sittings are."),
    (Visibility.HIDDEN, False, False, "This matter is not public, and sittings are."),
    *(
        (shown, False, True, "A dispute between neighbours does not come before a council.")
        for shown in Visibility
    ),
]


@pytest.mark.parametrize(("visibility", "wish", "dispute", "sentence"), SHOWN)
def test_only_what_everybody_may_read_comes_before_a_council(
    visibility: Visibility, wish: bool, dispute: bool, sentence: str
) -> None:
    facts = replace(FACTS, visibility=visibility, private_wish=wish, is_dispute=dispute)
    with translation.override("en"):
        assert before_sitting(facts) == sentence


@pytest.mark.parametrize(
    ("asked", "level", "stage", "pushes", "settles"),
    [
        ("", Level.GRID, Stage.TOPIC, False, False),
        (CouncilAsks.PUSH_UP, Level.GRID, Stage.TOPIC, True, False),
        (CouncilAsks.PUSH_UP, Level.COMMUNITY, Stage.DELIVER, True, False),
        (CouncilAsks.PUSH_UP, Level.DEPARTMENT, Stage.TOPIC, False, False),
        (CouncilAsks.SETTLE, Level.GRID, Stage.TOPIC, False, True),
        (CouncilAsks.SETTLE, Level.GRID, Stage.CONFIRM, False, False),
    ],
)
def test_what_a_council_asked_is_owed_until_it_is_done(
    asked: str, level: Level, stage: Stage, pushes: bool, settles: bool
) -> None:
    facts = replace(FACTS, asked=asked, level=level, stage=stage)
    assert (owes_push_up(facts), owes_settling(facts)) == (pushes, settles)
