"""What a council asked for in a notice is read once it is done, or once nobody asks it any more."""

from __future__ import annotations

import pytest

from accounts.models import User
from council.actions.candidacies.answer_objection import answer_objection
from council.actions.candidacies.object import object_to
from council.actions.candidacies.refuse import refuse
from council.actions.meetings.cancel import cancel
from council.actions.meetings.close import close
from council.actions.minutes.finish import finish
from council.actions.pledges.accept import accept
from council.enums.decisions import Effect
from council.models import Candidacy, Meeting
from council.queries.pledges import due_at
from notifications.models import Notice
from tests.council.actions.minutes.conftest import sitting
from tests.council.actions.minutes.test_way_of_minutes import both_sign
from tests.council.actions.test_way_to_a_seat import posted, seconded
from tests.council.conftest import NOW
from tests.council.held import AFTER
from tests.council.sittings import BEGINS, CONVENED, a_called_sitting, at_the_table, sent
from tests.council.table.test_decisions import asked, decided, issue, meeting
from tests.world import World

__all__ = ["issue", "meeting", "sitting"]


def unread(person: User | None, kind: str) -> int:
    rows = Notice.objects.filter(recipient=person, kind=f"council.{kind}", read_at=None)
    return rows.count()


def test_whoever_of_the_staff_goes_on_with_a_candidate(world: World, candidacy: Candidacy) -> None:
    seconded(world, candidacy)
    assert unread(world.lead, "to_check") == 1
    refuse(candidacy, actor=world.staff, now=NOW, reason="住得太远")
    assert unread(world.lead, "to_check") == 0


def test_an_objection_that_was_answered_waits_for_nobody(
    world: World, candidacy: Candidacy
) -> None:
    posted(world, candidacy)
    for person in (world.neighbour, world.resident):
        object_to(candidacy, actor=person, now=NOW, text="他常不在")
    first, _second = candidacy.objections.order_by("pk")
    assert unread(world.lead, "objected") == 2
    answer_objection(
        candidacy, actor=world.staff, now=NOW, objection=first.uid, answer="问过了，常在"
    )
    assert unread(world.lead, "objected") == 1


def test_a_pledge_is_answered_for_all_who_speak_for_the_body(
    world: World, meeting: Meeting
) -> None:
    pledge = asked(meeting, decided(meeting, Effect.PUSH_UP, text="换管"), world.housing.code)
    notice = Notice.objects.get(recipient=world.signer, kind="council.pledge_asked")
    assert notice.link == f"/pledges/{pledge.uid}/"
    accept(pledge, actor=world.clerk, now=BEGINS, assent=due_at(pledge).isoformat())
    assert unread(world.signer, "pledge_asked") == 0


def test_a_sitting_that_was_held_or_called_off_asks_nobody_to_come(world: World) -> None:
    running = at_the_table(world, a_called_sitting(world), starts_item=False)
    assert unread(world.grid_worker, "sitting_called") == 1
    assert running.chair is not None
    close(running, actor=running.chair, now=BEGINS, sent=sent())
    assert unread(world.grid_worker, "sitting_called") == 0


def test_a_sitting_that_is_cancelled_asks_nobody_to_come(world: World) -> None:
    cancel(a_called_sitting(world), actor=world.grid_head, now=CONVENED, reason="下雨")
    assert unread(world.grid_worker, "sitting_called") == 0
    assert unread(world.grid_worker, "sitting_cancelled") == 1


@pytest.mark.django_db
def test_signed_minutes_wait_for_no_signature(world: World, sitting: Meeting) -> None:
    finish(sitting, actor=world.grid_worker, now=AFTER)
    assert unread(world.grid_head, "minutes_to_sign") == 1
    both_sign(world, sitting)
    assert unread(world.grid_head, "minutes_to_sign") == 0
