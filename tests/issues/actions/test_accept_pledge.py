"""A body accepts by its own hand what a sitting asked of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from accounts.models import User
from grids.models import Body
from issues.actions.accept_pledge import accept_pledge
from issues.actions.deliver import deliver
from issues.actions.join import join
from issues.actions.sweep import sweep
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.enums.turns import TurnCause, TurnRole
from issues.models import Assignment, Commitment, Deadline, Issue
from issues.refusals import NotYours, WrongStage
from tests.issues.actions.doing import DONE, at_grid, entries, entry, refused
from tests.issues.actions.sweeping import at, fresh, lead_of, running, told
from tests.issues.sitting import AFTER, OTHER_SITTING, SITTING, decided, hard, major, mandate_of
from tests.world import World

LATER, DATE = at(17, 10), at(30, 17)


def resolved(world: World) -> Issue:
    issue = major(world)
    decided(world, issue)
    return fresh(issue)


def accepted(
    world: World, issue: Issue, who: User, body: Body, *, date: datetime = DATE, **given: Any
) -> Commitment:
    more: dict[str, Any] = {"text": "换 30 米管", "mandate": mandate_of(world.community)}
    return accept_pledge(issue, actor=who, now=LATER, body=body, due_at=date, **{**more, **given})


def test_a_body_without_a_part_joins_takes_it_in_and_promises(world: World) -> None:
    issue = resolved(world)
    made = accepted(world, issue, world.partner_clerk, world.property_company)
    made.refresh_from_db()
    turn = made.assignment
    assert (made.body, made.text, made.due_at) == (world.property_company, "换 30 米管", DATE)
    assert (turn.role, turn.cause, turn.reason, turn.received_at) == (
        TurnRole.JOINT, TurnCause.JOINED, "换 30 米管", LATER,
    )  # fmt: skip
    assert entry(issue, "committed").parameters == {
        "body": "AJ-WY", "due": DATE.isoformat(), "made_safe": False, "sitting": str(SITTING),
    }  # fmt: skip
    assert [one.parameters["cause"] for one in entries(issue, "turn")][-1] == "joined"
    # The matter itself goes on where it was; no clock asks the body to take in what it has.
    assert fresh(issue).stage == Stage.DELIBERATE
    mine = Deadline.objects.running().filter(assignment=turn).values_list("kind", flat=True)
    assert set(mine) == {"resolve"}
    assert "commitment" in running(issue)
    assert (told(world.staff, "pledged"), told(world.resident, "committed")) == (1, 1)


def test_what_it_promised_is_kept_and_missed_as_any_promise(world: World) -> None:
    issue = resolved(world)
    accepted(world, issue, world.partner_clerk, world.property_company, date=at(18))
    sweep(now=at(18))
    assert told(world.partner_clerk, "missed") == 1
    deliver(issue, actor=world.partner_clerk, now=at(19), result=DONE)
    assert Commitment.objects.get().fulfilled_at == at(19)


def test_a_body_that_has_a_part_already_promises_in_it(world: World) -> None:
    issue = resolved(world)
    company = world.property_company
    join(issue, actor=world.staff, now=AFTER, body=company, reason="请配合")
    made = accepted(world, issue, world.partner_clerk, company)
    part = Assignment.objects.get(issue=issue, role=TurnRole.JOINT)
    assert (made.assignment, part.reason, part.received_at) == (part, "请配合", LATER)


def test_the_lead_begins_to_carry_it_out(world: World) -> None:
    issue = resolved(world)
    made = accepted(world, issue, world.lead, world.community)
    assert made.assignment == lead_of(issue)
    assert fresh(issue).stage == Stage.DELIVER
    assert told(world.staff, "pledged") == 0


def test_only_the_body_itself_accepts(world: World) -> None:
    issue = resolved(world)
    company = world.property_company
    for who in (world.staff, world.neighbour, world.clerk, world.dispatcher):
        with refused("Only the body itself accepts what it is asked to do."):
            accepted(world, issue, who, company)


def test_bodies_that_do_not_serve_the_place_promise_nothing(world: World) -> None:
    issue = resolved(world)
    sentence = "Only whoever has the matter, or a department or partner of this place, promises."
    for who, body in ((world.far_grid_worker, world.far_grid), (world.grid_worker, world.grid)):
        with refused(sentence):
            accepted(world, issue, who, body)


def test_the_sitting_has_talked_it_over_and_not_rejected_it(world: World) -> None:
    nothing = "The council has not adopted anything on this matter."
    issue = major(world)
    company = world.property_company
    with refused(nothing):
        accepted(world, issue, world.partner_clerk, company)
    decided(world, issue, resolved=False)
    with refused(nothing):
        accepted(world, issue, world.partner_clerk, company)
    decided(world, issue)
    other = mandate_of(world.community, OTHER_SITTING)
    with refused(nothing):
        accepted(world, issue, world.partner_clerk, company, mandate=other)
    with pytest.raises(NotYours):
        accepted(
            world, issue, world.partner_clerk, company, mandate=mandate_of(world.near_community)
        )
    decided(world, issue, resolved=None, mandate=other)
    assert accepted(world, issue, world.partner_clerk, company, mandate=other)


def test_a_promise_has_words_and_a_date_ahead(world: World) -> None:
    issue = resolved(world)
    who, company = world.partner_clerk, world.property_company
    with refused("Write what will be done.", field="text"):
        accepted(world, issue, who, company, text=" ")
    with refused("The date of a promise lies ahead.", field="due_at"):
        accepted(world, issue, who, company, date=at(16))
    with refused("At most 400 characters, please; now there are 401.", field="text"):
        accepted(world, issue, who, company, text="换" * 401)


def test_a_hard_matter_of_the_grid_too(world: World) -> None:
    issue = hard(world)
    grid = mandate_of(world.grid)
    decided(world, issue, mandate=grid)
    accepted(world, issue, world.partner_clerk, world.property_company, mandate=grid)
    assert Assignment.objects.current().filter(issue=issue).count() == 2


def test_while_the_resident_is_asked_nothing_is_promised(world: World) -> None:
    grid = mandate_of(world.grid)
    issue = at_grid(world, MatterClass.SMALL)
    decided(world, issue, mandate=grid)
    deliver(issue, actor=world.grid_worker, now=AFTER, result=DONE)
    assert fresh(issue).stage == Stage.CONFIRM
    with pytest.raises(WrongStage):
        accepted(world, issue, world.partner_clerk, world.property_company, mandate=grid)
