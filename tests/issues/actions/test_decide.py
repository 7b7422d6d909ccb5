"""A sitting decides, whoever records."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import transaction

from issues.actions.commit import commit
from issues.actions.deliver import deliver
from issues.actions.find import find
from issues.actions.hide import hide
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.actions.support import support
from issues.enums.activity import CouncilAsks, DeliberationKind
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import Stage
from issues.enums.turns import Level, TurnCause
from issues.models import Deliberation, Issue
from issues.refusals import NotYours
from tests.issues.actions.doing import DONE, NOW, at_community, at_grid, entry, met, refused
from tests.issues.actions.sweeping import at, fresh, lead_of, told
from tests.issues.sitting import (
    AFTER,
    OTHER_SITTING,
    SITTING,
    TALK,
    decided,
    hard,
    major,
    mandate_of,
)
from tests.issues.states.trying import facts_now
from tests.world import World

SMALL, URGENT, HARD, MAJOR = MatterClass
PUSH_UP, SETTLE = CouncilAsks


def test_a_resolution_stands_with_the_matter_without_names(world: World) -> None:
    issue = major(world)
    talk = replace(TALK, participants="沈师傅、李大妈", held_at=at(16, 14))
    held = decided(
        world, issue, talk=talk, owners_note="动用维修资金", assembly_note="小区公约"
    )  # fmt: skip
    held.refresh_from_db()
    assert (held.by, held.body, held.kind, held.sitting) == (
        world.neighbour, world.community, DeliberationKind.SITTING, SITTING,
    )  # fmt: skip
    assert (held.participants, held.head_count, held.held_at) == ("", 11, at(16, 14))
    assert (held.resolved, held.quorate, held.asks, held.asked_of) == (True, True, "", None)
    assert fresh(issue).stage == Stage.DELIBERATE
    written = entry(issue, "decided")
    assert written.parameters == {
        "result": "adopted", "heads": 11, "quorate": True, "asks": "",
        "body": world.community.code, "sitting": str(SITTING),
    }  # fmt: skip
    assert written.texts == {
        "said": TALK.said, "agreed": TALK.agreed, "dissent": TALK.dissent,
        "owners_note": "动用维修资金", "assembly_note": "小区公约",
    }  # fmt: skip
    assert written.happened_at == at(16, 14)


def test_those_who_follow_it_and_the_body_that_has_it_are_told_once(world: World) -> None:
    issue = major(world)
    support(issue, actor=world.stranger, now=NOW)
    support(issue, actor=world.staff, now=NOW)
    decided(world, issue)
    for person in (world.resident, world.stranger, world.staff, world.lead):
        assert told(person, "decided") == 1
    assert told(world.neighbour, "decided") == 0


@pytest.mark.parametrize(
    ("resolved", "quorate", "counted"),
    [(True, True, 1), (True, False, 0), (False, True, 0), (None, True, 0)],
)
def test_what_is_adopted_with_enough_members_lets_a_major_matter_be_carried_out(
    world: World, resolved: bool | None, quorate: bool, counted: int
) -> None:
    issue = major(world)
    decided(world, issue, resolved=resolved, quorate=quorate)
    assert facts_now(issue).resolutions == counted
    if counted:
        commit(issue, actor=world.staff, now=AFTER, text="换管", due_at=at(30))
        assert fresh(issue).stage == Stage.DELIVER
    else:
        with refused("A major matter waits for a resolution of the council."):
            deliver(issue, actor=world.staff, now=AFTER, result=DONE)


def test_a_department_too_carries_a_major_matter_out_after_a_resolution(world: World) -> None:
    issue = major(world)
    decided(world, issue)
    push_up(issue, actor=world.staff, now=AFTER, reason="要换管", tried="议过")
    receive(issue, actor=world.clerk, now=AFTER)
    assert fresh(issue).level == Level.DEPARTMENT
    deliver(issue, actor=world.clerk, now=AFTER, result=DONE)
    assert fresh(issue).stage == Stage.DELIVER


def test_two_motions_of_one_sitting_are_one_talk_of_a_hard_matter(world: World) -> None:
    issue = hard(world)
    grid = mandate_of(world.grid)
    for _ in range(2):
        decided(world, issue, mandate=grid)
    assert facts_now(issue).deliberations == 1
    decided(world, issue, mandate=replace(grid, sitting=OTHER_SITTING))
    facts = facts_now(issue)
    assert (facts.deliberations, facts.resolutions) == (2, 3)


def test_what_is_left_to_others_is_what_was_decided_last(world: World) -> None:
    issue = major(world)
    decided(world, issue, owners_note="动用维修资金")
    decided(world, issue, resolved=None, mandate=mandate_of(world.community, OTHER_SITTING))
    assert facts_now(issue).owners_note == "动用维修资金"
    decided(world, issue, resolved=False)
    assert facts_now(issue).owners_note == ""


def test_it_meets_the_clocks_of_the_agenda_and_of_the_talk_when_it_was_held(world: World) -> None:
    issue = major(world)
    decided(world, issue, talk=replace(TALK, held_at=at(16, 14)))
    assert met(issue, DeadlineKind.AGENDA) == at(16, 14)
    urgent = at_grid(world, URGENT)
    decided(world, urgent, mandate=mandate_of(world.grid), resolved=None)
    assert met(urgent, DeadlineKind.TALK) == AFTER


def test_what_is_asked_becomes_the_next_act_of_the_body_that_has_it(world: World) -> None:
    issue = major(world)
    held = decided(world, issue, asks=PUSH_UP)
    assert held.asked_of == lead_of(issue)
    assert (fresh(issue).level, facts_now(issue).asked) == (Level.COMMUNITY, PUSH_UP)
    assert (told(world.staff, "council_asks"), told(world.lead, "council_asks")) == (1, 1)
    push_up(issue, actor=world.staff, now=AFTER, reason="要换管", tried="议过")
    assert lead_of(fresh(issue)).cause == TurnCause.RESOLUTION
    # The turn that was asked has ended.
    assert facts_now(issue).asked == ""


def test_whoever_speaks_for_that_body_pushes_up_at_once_with_the_dissent(world: World) -> None:
    issue = major(world)
    decided(world, issue, actor=world.staff, asks=PUSH_UP)
    turn = lead_of(fresh(issue))
    assert (turn.level, turn.cause, turn.body) == (
        Level.DEPARTMENT, TurnCause.RESOLUTION, world.housing,
    )  # fmt: skip
    assert turn.reason == TALK.agreed
    assert turn.tried.splitlines()[1].endswith(TALK.dissent)
    assert told(world.lead, "council_asks") == 0
    assert told(world.resident, "moved") == 2
    assert facts_now(issue).asked == ""


def test_a_long_resolution_is_passed_up_as_far_as_it_fits(world: World) -> None:
    issue = major(world)
    talk = replace(TALK, agreed="换" * 2000, dissent="不" * 2000)
    decided(world, issue, actor=world.staff, talk=talk, asks=PUSH_UP)
    turn = lead_of(fresh(issue))
    assert (len(turn.reason), len(turn.tried)) == (1000, 1000)


def test_a_hard_matter_goes_up_at_once_only_after_its_second_talk(world: World) -> None:
    issue = at_community(world, HARD)
    Issue.objects.filter(pk=issue.pk).update(visibility=Visibility.PUBLIC, public_text="堵了")
    receive(issue, actor=world.staff, now=NOW)
    find(issue, actor=world.staff, now=NOW, text="塌了")
    for _ in range(2):
        # Two motions of one evening are still one talk.
        decided(world, issue, actor=world.staff, asks=PUSH_UP)
        assert (fresh(issue).level, facts_now(issue).asked) == (Level.COMMUNITY, PUSH_UP)
    second = mandate_of(world.community, OTHER_SITTING)
    decided(world, issue, actor=world.staff, asks=PUSH_UP, mandate=second)
    assert fresh(issue).level == Level.DEPARTMENT


def test_what_is_settled_asks_the_resident_at_once_or_stays_with_the_body(world: World) -> None:
    grid = mandate_of(world.grid)
    issue = at_grid(world, SMALL)
    decided(world, issue, mandate=grid, asks=SETTLE)
    assert (fresh(issue).stage, facts_now(issue).asked) == (Stage.TOPIC, SETTLE)
    assert told(world.grid_worker, "council_asks") == 1
    other = at_grid(world, SMALL)
    decided(world, other, mandate=grid, asks=SETTLE, actor=world.grid_worker)
    assert fresh(other).stage == Stage.CONFIRM
    assert told(world.grid_head, "council_asks") == 1
    assert Deliberation.objects.filter(issue=other).count() == 1
    assert other.outcomes.get().text == TALK.agreed


def test_a_later_resolution_that_asks_nothing_takes_it_back(world: World) -> None:
    issue = major(world)
    decided(world, issue, asks=PUSH_UP)
    decided(world, issue, mandate=mandate_of(world.community, OTHER_SITTING))
    assert facts_now(issue).asked == ""


def test_only_what_was_adopted_asks_and_only_what_can_be_done(world: World) -> None:
    issue = major(world)
    for resolved in (False, None):
        with refused("Only a resolution that was adopted asks anything of others."):
            decided(world, issue, resolved=resolved, asks=PUSH_UP)
    with refused("Only small and urgent matters are settled on the spot."):
        decided(world, issue, asks=SETTLE)
    decided(world, issue, actor=world.staff, asks=PUSH_UP)
    with refused("It is with the departments already."):
        decided(world, issue, asks=PUSH_UP)


def test_a_decision_has_its_words_and_its_heads(world: World) -> None:
    issue = major(world)
    for talk, sentence, field in [
        (replace(TALK, agreed=" "), "Write down what was put to the council.", "agreed"),
        (replace(TALK, head_count=1), "A talk takes at least two.", "head_count"),
        (replace(TALK, held_at=at(13)), "That time is before the matter was raised.", "held_at"),
        (
            replace(TALK, said="说" * 2001),
            "At most 2000 characters, please; now there are 2001.",
            "said",
        ),
    ]:
        with refused(sentence, field=field):
            decided(world, issue, talk=talk)
    with refused("At most 400 characters, please; now there are 401.", field="owners_note"):
        decided(world, issue, owners_note="业" * 401)
    with refused("Write down what was said or agreed.", field="said"):
        decided(world, issue, talk=replace(TALK, said="", agreed=""), resolved=None)


def test_a_major_matter_is_looked_into_before_it_is_decided(world: World) -> None:
    issue = major(world, looked_into=False)
    with refused("Write down a finding first: what was seen on the spot."):
        decided(world, issue)


def test_a_council_decides_only_on_matters_of_its_place(world: World) -> None:
    issue = hard(world)
    decided(world, issue, mandate=mandate_of(world.grid))
    decided(world, issue, mandate=mandate_of(world.community))
    for body in (world.other_grid, world.far_community, world.near_community, world.street):
        with pytest.raises(NotYours):
            decided(world, issue, mandate=mandate_of(body))
    joint = replace(mandate_of(world.near_community), joint=frozenset({world.grid.pk}))
    assert decided(world, issue, mandate=joint).body == world.grid


def test_neither_a_dispute_nor_what_is_private_comes_before_a_council(world: World) -> None:
    issue = hard(world)
    hide(issue, actor=world.grid_worker, now=NOW, reason="写了别人家的事")
    with refused("This matter is not public, and sittings are."):
        decided(world, issue)
    Issue.objects.filter(pk=issue.pk).update(category=world.categories["noise"])
    with refused("A dispute between neighbours does not come before a council."):
        decided(world, issue)


def test_it_is_undone_with_what_the_council_does_around_it(world: World) -> None:
    """As within the council's own transaction, which may still be refused at its end."""
    issue = major(world)
    before = Issue.objects.get(pk=issue.pk).version
    with transaction.atomic():
        decided(world, issue, actor=world.staff, asks=PUSH_UP)
        transaction.set_rollback(True)
    assert fresh(issue).version == before
    assert not Deliberation.objects.exists()
