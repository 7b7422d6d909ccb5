from __future__ import annotations

from datetime import timedelta

import pytest

from issues.actions.commit import commit
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.models import Commitment, Deadline, Issue
from issues.refusals import NotYours
from tests.issues.actions.doing import (
    NOW,
    at_grid,
    at_housing,
    due,
    entry,
    met,
    refused,
    stages,
    with_partner,
)
from tests.issues.actions.sweeping import at, fresh, told
from tests.world import World

SMALL, URGENT, HARD, MAJOR = MatterClass
FRIDAY = at(20, 12)


def test_a_department_promises_and_begins_to_carry_it_out(world: World) -> None:
    issue = at_housing(world, SMALL)
    commit(issue, actor=world.clerk, now=NOW, text=" 换管 ", due_at=FRIDAY)
    issue = fresh(issue)
    promise = Commitment.objects.get()
    assert (promise.text, promise.body, promise.by) == ("换管", world.housing, world.clerk)
    assert stages(issue) == ["topic", "deliver"]
    # The promise has a clock of its own; the result is still due in five working days.
    assert due(issue)["resolve"] == at(23, 17, 30)
    clock = Deadline.objects.get(commitment=promise)
    assert (clock.due_at, clock.assignment, clock.basis) == (FRIDAY, None, {"kind": "promise"})
    # A reminder when a quarter of the time is left.
    assert clock.wake_at == NOW + (FRIDAY - NOW) * 3 / 4
    written = entry(issue, "committed")
    assert written.parameters == {
        "body": "FHT-ZJ", "due": FRIDAY.isoformat(), "made_safe": False,
    }  # fmt: skip
    assert told(world.resident, "committed") == 1


def test_made_safe_ends_the_clock_of_an_urgent_matter_and_the_repair_has_its_own(
    world: World,
) -> None:
    issue = at_grid(world, URGENT)
    commit(issue, actor=world.grid_worker, now=NOW, text="换管", due_at=FRIDAY, made_safe=True)
    assert met(fresh(issue), DeadlineKind.RESOLVE) == NOW
    assert Commitment.objects.get().made_safe


def test_only_an_urgent_matter_is_made_safe(world: World) -> None:
    issue = at_grid(world, SMALL)
    commit(
        issue,
        actor=world.grid_worker,
        now=NOW,
        text="换管",
        due_at=FRIDAY,
        made_safe=True,
        assent=FRIDAY.isoformat(),
    )
    assert met(fresh(issue), DeadlineKind.RESOLVE) is None
    assert not Commitment.objects.get().made_safe


def test_a_joint_body_promises_its_part_and_moves_nothing(world: World) -> None:
    issue = with_partner(world, SMALL)
    commit(issue, actor=world.partner_clerk, now=NOW, text="清运", due_at=FRIDAY)
    assert Commitment.objects.get().body == world.property_company
    assert fresh(issue).stage == Stage.TOPIC


def refusing(world: World, issue: Issue, sentence: str, *, of: object = None) -> None:
    with refused(sentence):
        commit(issue, actor=of or world.grid_worker, now=NOW, text="换管", due_at=FRIDAY)  # type: ignore[arg-type]


def test_what_is_not_ripe_is_not_promised_by_the_lead(world: World) -> None:
    hard = "A hard matter needs a finding and a talk before it is carried out."
    major = "A major matter waits for a resolution of the council."
    refusing(world, at_grid(world, HARD), hard)
    refusing(world, at_grid(world, MAJOR), major, of=world.staff)


def test_a_promise_has_words_and_a_date_within_two_years(world: World) -> None:
    issue = at_grid(world, SMALL)
    for text, due_at, sentence, field in [
        (" ", FRIDAY, "Write what will be done.", "text"),
        ("换管", NOW, "The date of a promise lies ahead.", "due_at"),
        ("换管", NOW + timedelta(days=731), "Promise something within two years.", "due_at"),
    ]:
        with refused(sentence, field=field):
            commit(issue, actor=world.grid_worker, now=NOW, text=text, due_at=due_at)


def test_nobody_promises_for_another_body(world: World) -> None:
    issue = at_housing(world, SMALL)
    for person in (world.other_clerk, world.grid_worker, world.dispatcher, world.resident):
        with pytest.raises(NotYours):
            commit(issue, actor=person, now=NOW, text="换管", due_at=FRIDAY)
