from __future__ import annotations

import pytest

from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.name_lead import name_lead
from issues.actions.receive import receive
from issues.actions.sweep import sweep
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.turns import Level, TurnCause
from issues.models import Assignment, Commitment
from issues.refusals import NotYours
from tests.issues.actions.doing import (
    NOW,
    at_community,
    at_housing,
    at_office,
    december,
    due,
    entries,
    met,
    refused,
    with_partner,
    written,
)
from tests.issues.actions.sweeping import at, fresh, holder, lead_of, running, told
from tests.world import World

LATER = at(16, 11)


def test_the_office_names_who_leads_and_its_own_clock_is_met(world: World) -> None:
    issue = at_office(world)
    name_lead(issue, actor=world.dispatcher, now=LATER, body=world.sanitation, reason="归环卫")
    issue = fresh(issue)
    turn = lead_of(issue)
    assert (turn.body, turn.cause, turn.sent_by, turn.reason) == (
        world.sanitation, TurnCause.NAMED, world.dispatcher, "归环卫",
    )  # fmt: skip
    assert met(issue, DeadlineKind.DISPATCH) == LATER
    # One working day to take it in, five for a result.
    assert due(issue) == {"receive": at(17, 17, 30), "resolve": at(23, 17, 30)}
    assert entries(issue, "turn")[-1].texts == {"reason": "归环卫"}
    assert told(world.other_clerk, "came") == 1


def test_the_office_may_name_itself_and_then_has_clocks_as_anyone(world: World) -> None:
    issue = at_office(world)
    name_lead(issue, actor=world.dispatcher, now=LATER, body=world.general_office)
    assert running(fresh(issue)) == {"receive", "resolve"}


def test_a_body_of_another_place_or_level_does_not_lead(world: World) -> None:
    issue = at_office(world)
    sentence = "Choose a department or partner that serves this place."
    for body in (world.community, world.grid, world.far_grid, world.far_street):
        with refused(sentence, field="body"):
            name_lead(issue, actor=world.dispatcher, now=LATER, body=body)
        with refused(sentence, field="joint"):
            name_lead(issue, actor=world.dispatcher, now=LATER, body=world.housing, joint=[body])


def test_who_leads_already_keeps_turn_and_clocks(world: World) -> None:
    issue = at_housing(world)
    turn, before = lead_of(issue), due(issue)
    name_lead(
        issue, actor=world.dispatcher, now=at(17), body=world.housing,
        joint=[world.property_company],
    )  # fmt: skip
    assert (lead_of(fresh(issue)), due(issue)) == (turn, before)
    assert told(world.partner_clerk, "came") == 1
    counted = written()
    name_lead(
        issue, actor=world.dispatcher, now=at(17), body=world.housing,
        joint=[world.property_company],
    )  # fmt: skip
    assert written() == counted


def test_naming_the_lead_again_does_not_end_its_supervision(world: World) -> None:
    issue = at_housing(world)
    sweep(now=at(30))  # handed over to the district
    sweep(now=december(20))
    assert "supervised" in running(fresh(issue))
    heir = lead_of(issue)
    name_lead(issue, actor=world.dispatcher, now=december(21), body=heir.body)
    assert lead_of(fresh(issue)) == heir
    assert "supervised" in running(issue)


def test_who_is_named_lead_no_longer_helps_and_still_owes_what_it_promised(world: World) -> None:
    issue = at_housing(world)
    name_lead(issue, actor=world.dispatcher, now=NOW, body=world.housing, joint=[world.sanitation])
    classify(issue, actor=world.clerk, now=NOW, matter_class=MatterClass.SMALL)
    commit(issue, actor=world.other_clerk, now=NOW, text="清运", due_at=at(20))
    name_lead(issue, actor=world.dispatcher, now=at(17), body=world.sanitation)
    current = Assignment.objects.current().filter(issue=fresh(issue))
    assert [(turn.body, turn.role) for turn in current] == [(world.sanitation, "lead")]
    assert Commitment.objects.get().dropped_at is None
    assert "commitment" in running(issue)


def test_the_joint_bodies_stay_when_the_lead_changes_and_have_its_date(world: World) -> None:
    issue = with_partner(world)
    name_lead(issue, actor=world.dispatcher, now=at(18), body=world.district_housing)
    part = Assignment.objects.current().get(issue=fresh(issue), body=world.property_company)
    result = part.deadlines.running().get(kind=DeadlineKind.RESOLVE)
    # Five working days from Wednesday.
    assert result.due_at == due(issue)["resolve"] == at(25, 17, 30)


def test_only_the_dispatcher_names_and_only_at_department_level(world: World) -> None:
    issue = at_office(world)
    for person in (world.clerk, world.staff, world.supervisor, world.general_clerk):
        with pytest.raises(NotYours):
            name_lead(issue, actor=person, now=LATER, body=world.housing)
    below = at_community(world)
    receive(below, actor=world.staff, now=NOW)
    assert below.level == Level.COMMUNITY
    with pytest.raises(NotYours):
        name_lead(below, actor=world.dispatcher, now=LATER, body=world.housing)
    assert holder(fresh(below)) == world.community
