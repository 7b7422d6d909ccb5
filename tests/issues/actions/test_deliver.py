"""A result ends the clocks of whoever had to bring it; somebody then looks or is asked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils.translation import gettext

from issues.actions.call_back import call_back
from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.deliberate import deliberate
from issues.actions.deliver import deliver
from issues.actions.find import find
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.sweep import sweep
from issues.actions.verify import verify
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.enums.turns import Level, TurnRole
from issues.models import Assignment, Commitment, Deadline, Outcome
from issues.presentation.rail import rail_of
from issues.presentation.timeline import entered_of
from issues.refusals import NotYours, WrongStage
from ledger.queries.timeline import timeline
from tests.issues.actions.doing import (
    DONE,
    NOW,
    at_community,
    at_grid,
    at_housing,
    at_office,
    due,
    entry,
    met,
    refused,
    reported,
    stages,
    with_partner,
)
from tests.issues.actions.sweeping import at, fresh, kinds, lead_of, running, told
from tests.issues.staging import upload
from tests.issues.talking import doorstep
from tests.world import World

SMALL, URGENT, HARD, MAJOR = MatterClass
LATER = at(17, 11)


def test_a_department_that_promised_nothing_reports_in_one_go_and_is_checked(world: World) -> None:
    issue = at_housing(world, SMALL)
    deliver(issue, actor=world.clerk, now=LATER, result=DONE)
    issue = fresh(issue)
    assert issue.stage == Stage.DELIVER
    assert stages(issue) == ["topic", "deliver"]
    assert kinds(issue)[-2:] == ["stage", "delivered"]
    # First contact and result are there with it; one working day to look on the spot.
    assert met(issue, DeadlineKind.RESPOND) == met(issue, DeadlineKind.RESOLVE) == LATER
    assert due(issue) == {"verify": at(18, 17, 30)}
    for person in (world.grid_worker, world.staff):
        assert told(person, "to_verify") == 1
    assert told(world.resident, "delivered") == 1


def test_the_community_reports_in_one_go_and_the_resident_is_asked(world: World) -> None:
    issue = at_community(world, URGENT)
    deliver(issue, actor=world.staff, now=NOW, result=DONE)
    issue = fresh(issue)
    assert issue.stage == Stage.CONFIRM
    assert stages(issue) == ["topic", "deliver", "confirm"]
    # Seven days for the word; an urgent matter is owed its talk all the same.
    assert due(issue) == {"confirm": at(23, 10), "talk": at(17, 10)}
    assert (told(world.resident, "asked"), told(world.staff, "to_verify")) == (1, 0)


def test_the_rail_shows_both_steps_that_were_taken_at_once(world: World) -> None:
    issue = at_grid(world, URGENT)
    deliver(issue, actor=world.grid_worker, now=LATER, result=DONE)
    entered = entered_of(timeline(issue.stream))
    stations = rail_of(fresh(issue), entered=entered, now=LATER)["all_stations"]
    assert [station["when"] for station in stations] == [
        "", "11月16日", "11月16日", gettext("not needed here"), gettext("not needed here"),
        "11月17日",
    ]  # fmt: skip


def test_the_talk_owed_to_an_urgent_matter_may_come_after_the_action(world: World) -> None:
    issue = at_community(world, URGENT)
    deliver(issue, actor=world.staff, now=NOW, result=DONE)
    deliberate(fresh(issue), actor=world.staff, now=at(16, 12), talk=doorstep(said="讲了怎么修的"))
    assert running(fresh(issue)) == {"confirm"}
    assert fresh(issue).stage == Stage.CONFIRM


NOTE_FIRST = "Write down what was agreed: settle it on the spot, or note the talk first."


def test_a_small_matter_at_the_grid_owes_a_note_of_what_was_agreed(world: World) -> None:
    issue = at_grid(world, SMALL)
    with refused(NOTE_FIRST):
        deliver(issue, actor=world.grid_worker, now=NOW, result=DONE)
    deliberate(issue, actor=world.grid_worker, now=NOW, talk=doorstep(agreed="换灯泡"))
    deliver(issue, actor=world.grid_worker, now=NOW, result=DONE)
    assert fresh(issue).stage == Stage.CONFIRM


HARD_FIRST = "A hard matter needs a finding and a talk before it is carried out."
COUNCIL_FIRST = "A major matter waits for a resolution of the council."


def test_a_hard_matter_at_the_grid_needs_a_finding_and_a_talk_first(world: World) -> None:
    issue = at_grid(world, HARD)
    with refused(HARD_FIRST):
        deliver(issue, actor=world.grid_worker, now=NOW, result=DONE)
    find(issue, actor=world.grid_worker, now=NOW, text="管道塌了")
    with refused(HARD_FIRST):
        deliver(issue, actor=world.grid_worker, now=NOW, result=DONE)
    deliberate(issue, actor=world.grid_worker, now=NOW, talk=doorstep(agreed="换管"))
    deliver(issue, actor=world.grid_worker, now=NOW, result=DONE)
    assert stages(issue) == ["topic", "investigate", "deliberate", "deliver", "confirm"]


def test_a_hard_matter_at_a_department_is_done_from_any_step(world: World) -> None:
    issue = at_community(world, HARD)
    receive(issue, actor=world.staff, now=NOW)
    sweep(now=at(30, 17, 31))  # ten working days are over
    assert (fresh(issue).level, fresh(issue).stage) == (Level.DEPARTMENT, Stage.TOPIC)
    deliver(issue, actor=world.clerk, now=at(30, 18), result=DONE)
    assert fresh(issue).stage == Stage.DELIVER


def test_a_major_matter_waits_for_the_council_at_every_level(world: World) -> None:
    issue = at_community(world, MAJOR)
    with refused(COUNCIL_FIRST):
        deliver(issue, actor=world.staff, now=NOW, result=DONE)


def test_what_has_no_class_yet_is_given_one_first(world: World) -> None:
    with pytest.raises(WrongStage):
        deliver(at_housing(world), actor=world.clerk, now=NOW, result=DONE)


def test_a_result_that_waits_to_be_checked_is_not_reported_twice(world: World) -> None:
    issue = reported(world)
    with refused("The result is reported already and waits to be checked."):
        deliver(issue, actor=world.clerk, now=NOW, result=DONE)


def test_a_result_has_words_and_a_picture_or_the_reason_why_none(world: World) -> None:
    issue = at_housing(world, SMALL)
    for result, sentence, field in [
        (replace(DONE, text=" "), "Write what was done.", "text"),
        (
            replace(DONE, no_picture_reason=""),
            "Add a picture of the result, or say why there is none.",
            "no_picture_reason",
        ),
        (
            replace(DONE, money=Decimal("1.005")),
            "Write the money in yuan, as 1200 or 1200.50.",
            "money",
        ),
        (replace(DONE, count=-1), "Write the number as a whole one, as 4.", "count"),
        (replace(DONE, delivered_at=at(18)), "That time is still to come.", "delivered_at"),
    ]:
        with refused(sentence, field=field):
            deliver(issue, actor=world.clerk, now=NOW, result=result)
    assert stages(issue) == ["topic"]


def test_the_record_has_money_and_count_and_the_words_beside_it(world: World) -> None:
    issue = at_housing(world, SMALL)
    picture = upload(world.clerk)
    result = replace(
        DONE, money=Decimal("12800.50"), count=4, count_of="处", photos=[picture],
        delivered_at=at(16, 10, 30),
    )  # fmt: skip
    deliver(issue, actor=world.clerk, now=LATER, result=result)
    written = entry(issue, "delivered")
    assert written.parameters == {
        "body": "FHT-ZJ", "role": "lead", "money": "12800.50", "count": 4, "photos": 1,
    }  # fmt: skip
    assert (written.texts, written.happened_at) == ({"text": "换好了"}, at(16, 10, 30))
    outcome = Outcome.objects.get()
    assert (outcome.body, outcome.by, outcome.round) == (world.housing, world.clerk, 1)
    assert outcome.needs_verification
    photo = issue.photos.get(upload=picture)
    assert (photo.shown, photo.outcome) == (True, outcome)


def test_a_promise_is_kept_by_the_result_early_or_late(world: World) -> None:
    issue = at_housing(world, SMALL)
    commit(issue, actor=world.clerk, now=NOW, text="换管", due_at=at(18))
    deliver(issue, actor=world.clerk, now=LATER, result=DONE)
    assert Commitment.objects.get().fulfilled_at == LATER
    assert met(issue, DeadlineKind.COMMITMENT) == LATER
    assert stages(issue) == ["topic", "deliver"]


def test_a_joint_body_ends_its_part_only_and_the_lead_hears_of_it(world: World) -> None:
    issue = with_partner(world, SMALL)
    before = due(issue)
    deliver(issue, actor=world.partner_clerk, now=LATER, result=DONE)
    part = Assignment.objects.get(issue=fresh(issue), role=TurnRole.JOINT)
    assert (part.left_at, part.left_cause) == (LATER, "done")
    assert not Deadline.objects.running().filter(assignment=part).exists()
    assert (due(issue), issue.stage) == (before, Stage.TOPIC)
    assert (told(world.clerk, "part_done"), told(world.grid_worker, "to_verify")) == (1, 0)
    assert entry(issue, "delivered").parameters["role"] == "joint"
    with pytest.raises(NotYours):
        deliver(issue, actor=world.partner_clerk, now=LATER, result=DONE)


def test_the_joint_body_is_through_once_the_resident_is_asked(world: World) -> None:
    issue = with_partner(world, SMALL)
    deliver(issue, actor=world.clerk, now=NOW, result=DONE)
    assert Assignment.objects.current().filter(issue=issue, role=TurnRole.JOINT).exists()
    verify(issue, actor=world.grid_worker, now=LATER, is_there=True)
    assert not Assignment.objects.current().filter(issue=fresh(issue), role=TurnRole.JOINT).exists()


def test_the_general_office_that_does_it_itself_need_not_name_anyone_any_more(world: World) -> None:
    issue = at_office(world)
    receive(issue, actor=world.dispatcher, now=NOW)
    sewers = world.categories["sewers"]
    classify(issue, actor=world.dispatcher, now=NOW, matter_class=SMALL, category=sewers)
    assert "dispatch" in running(issue)
    deliver(issue, actor=world.dispatcher, now=LATER, result=DONE)
    assert running(fresh(issue)) == {"verify"}


def test_who_reported_it_neither_checks_nor_calls(world: World) -> None:
    issue = at_grid(world, URGENT)
    deliver(issue, actor=world.grid_head, now=NOW, result=DONE)
    with pytest.raises(NotYours):
        call_back(issue, actor=world.grid_head, now=NOW)
    call_back(issue, actor=world.staff, now=NOW)


def test_an_answer_given_before_is_not_counted_again(world: World) -> None:
    issue = at_housing(world, SMALL)
    respond(issue, actor=world.clerk, now=at(16, 11), text="下午来")
    deliver(issue, actor=world.clerk, now=LATER, result=DONE)
    assert met(issue, DeadlineKind.RESPOND) == at(16, 11)


def test_a_joint_bodys_late_result_is_its_own_breach_and_moves_nobody_else(world: World) -> None:
    issue = with_partner(world, SMALL)
    receive(issue, actor=world.partner_clerk, now=NOW)
    deliver(issue, actor=world.clerk, now=NOW, result=DONE)
    verify(issue, actor=world.grid_worker, now=NOW, is_there=False, note="还差井盖")
    lead, part = lead_of(issue), Assignment.objects.current().get(issue=issue, role=TurnRole.JOINT)
    late = Deadline.objects.running().get(assignment=part, kind=DeadlineKind.RESOLVE)
    Deadline.objects.filter(pk=late.pk).update(due_at=at(18), wake_at=at(18))
    sweep(now=at(18))
    late.refresh_from_db()
    assert late.breached_at == at(18)
    assert (lead_of(fresh(issue)), fresh(issue).level) == (lead, Level.DEPARTMENT)
    assert entry(issue, "missed").parameters["body"] == world.property_company.code
    assert (told(world.partner_clerk, "missed"), told(world.partner_clerk, "urged")) == (1, 1)
    # The lead did not miss it, and nobody above is told yet.
    for person in (world.clerk, world.dispatcher, world.street_supervisor, world.supervisor):
        assert not any(told(person, kind) for kind in ("missed", "missed_below", "supervised"))
    supervised = Deadline.objects.running().get(assignment=part)
    assert supervised.kind == DeadlineKind.SUPERVISED
    deliver(issue, actor=world.partner_clerk, now=at(19), result=DONE)
    supervised.refresh_from_db()
    late.refresh_from_db()
    assert (supervised.met_at, late.breached_at) == (at(19), at(18))
    assert told(world.clerk, "part_done") == 1
