"""协办: a body beside the lead."""

from __future__ import annotations

import pytest

from issues.actions.deliver import deliver
from issues.actions.join import join
from issues.actions.receive import receive
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.turns import TurnCause, TurnRole
from issues.models import Assignment, Deadline, Issue
from issues.refusals import NotYours
from tests.issues.actions.doing import DONE, NOW, at_grid, due, entries, refused, written
from tests.issues.actions.sweeping import at, fresh, lead_of, running, told
from tests.issues.staging import raised
from tests.world import World

WHY = "请配合换井盖"


def joined(world: World) -> Issue:
    issue = at_grid(world, MatterClass.SMALL)
    return join(issue, actor=world.grid_worker, now=NOW, body=world.property_company, reason=WHY)


def part_of(issue: Issue) -> Assignment:
    return Assignment.objects.current().get(issue=issue, role=TurnRole.JOINT)


def clocks_of(part: Assignment) -> dict[str, object]:
    return dict(Deadline.objects.running().filter(assignment=part).values_list("kind", "due_at"))


def test_it_takes_in_within_a_working_day_and_brings_its_part_when_the_lead_does(
    world: World,
) -> None:
    issue = joined(world)
    part, lead = part_of(fresh(issue)), lead_of(issue)
    assert (part.body, part.cause, part.reason) == (
        world.property_company, TurnCause.JOINED, WHY,
    )  # fmt: skip
    assert (part.turn, part.level, part.sent_by) == (lead.turn, lead.level, world.grid_worker)
    # Two working days of a small matter raised on Monday.
    assert clocks_of(part) == {"receive": at(17, 17, 30), "resolve": at(18, 17, 30)}
    assert due(issue)["resolve"] == at(18, 17, 30)
    written_down = entries(issue, "turn")[-1]
    assert (written_down.parameters["role"], written_down.texts) == ("joint", {"reason": WHY})
    assert told(world.partner_clerk, "came") == 1


def test_asking_twice_is_asking_once(world: World) -> None:
    issue = joined(world)
    before = written()
    join(issue, actor=world.grid_worker, now=NOW, body=world.property_company, reason=WHY)
    assert written() == before


def test_a_body_that_has_done_its_part_may_be_asked_again(world: World) -> None:
    issue = joined(world)
    deliver(issue, actor=world.partner_clerk, now=at(16, 11), result=DONE)
    join(issue, actor=world.grid_worker, now=at(17), body=world.property_company, reason="还差一个")
    part = part_of(fresh(issue))
    assert (part.started_at, part.received_at) == (at(17), None)
    assert clocks_of(part) == {"receive": at(18, 17, 30), "resolve": at(18, 17, 30)}
    assert told(world.partner_clerk, "came") == 2
    receive(issue, actor=world.partner_clerk, now=at(17, 10))
    deliver(issue, actor=world.partner_clerk, now=at(17, 11), result=DONE)
    causes = Assignment.objects.filter(issue=fresh(issue), role=TurnRole.JOINT)
    assert [turn.left_cause for turn in causes] == ["done", "done"]
    assert running(issue) == {"respond", "resolve"}


def test_it_is_told_what_its_part_is(world: World) -> None:
    issue = at_grid(world)
    with refused("Say what its part is.", field="reason"):
        join(issue, actor=world.grid_worker, now=NOW, body=world.housing, reason=" ")


def test_neither_the_lead_nor_another_place_nor_anyone_in_a_dispute_joins(world: World) -> None:
    issue, dispute = at_grid(world), raised(world, category=world.categories["noise"])
    receive(dispute, actor=world.grid_worker, now=NOW)
    for matter, body, sentence in [
        (issue, world.far_street, "Choose a department or partner that serves this place."),
        (issue, world.community, "Choose a department or partner that serves this place."),
        (
            dispute,
            world.property_company,
            "A dispute between neighbours stays with its community.",
        ),
    ]:
        with refused(sentence, field="joint"):
            join(matter, actor=world.grid_worker, now=NOW, body=body, reason=WHY)


def test_only_the_lead_asks(world: World) -> None:
    issue = at_grid(world)
    for person in (world.staff, world.resident, world.dispatcher, world.partner_clerk):
        with pytest.raises(NotYours):
            join(issue, actor=person, now=NOW, body=world.property_company, reason=WHY)
    assert not Deadline.objects.filter(kind=DeadlineKind.RESOLVE, assignment__role="joint").exists()
