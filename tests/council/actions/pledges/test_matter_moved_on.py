"""What a body was asked for, when its matter has ended, is in other hands, or waits for a word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from acting.refusals import Refused
from council.actions.pledges.accept import accept
from council.actions.pledges.ask import ask_pledge
from council.actions.pledges.decline import decline
from council.actions.pledges.expire import expire_pledges
from council.acts.pledges import why_not_promised
from council.enums.decisions import Effect, PledgeAct, PledgeState
from council.inputs import AskedPledge
from council.models import Meeting, Pledge
from council.queries.pledges import due_at, pledges_owed
from council.queries.subjects import PledgeSubject, pledge_subject
from council.queries.viewer import viewer_of
from council.refusals import WrongState
from grids.models import Body
from grids.queries.standing import standing_of
from issues.actions.push_up import push_up
from issues.actions.withdraw import withdraw
from issues.enums.stages import Stage
from issues.models import Issue
from ledger.queries.timeline import timeline
from tests.council.actions.test_notices_read import unread
from tests.council.sittings import BEGINS, a_called_sitting, at_the_table, sent
from tests.council.table.test_decisions import SAID, asked, decided, issue, meeting
from tests.harness.signing_in import signed_in
from tests.issues.sitting import hard
from tests.world import World

__all__ = ["issue", "meeting"]
LATER = BEGINS + timedelta(minutes=1)


@pytest.fixture
def pledge(world: World, meeting: Meeting) -> Pledge:
    return asked(meeting, decided(meeting, Effect.TO_DELIVER, text=SAID), world.housing.code)


def seen(world: World, pledge: Pledge, by: str = "clerk") -> PledgeSubject:
    viewer = viewer_of(standing_of(getattr(world, by), now=LATER), now=LATER)
    subject = pledge_subject(pledge.uid, viewer, now=LATER)
    assert subject is not None
    return subject


def offered(world: World, pledge: Pledge, by: str = "clerk") -> set[PledgeAct]:
    subject = seen(world, pledge, by)
    return {act for act in PledgeAct if subject.offers(act)}


def state(pledge: Pledge) -> str:
    return Pledge.objects.get(pk=pledge.pk).state


def withdrawn(world: World, issue: Issue) -> None:
    withdraw(issue, actor=world.resident, now=LATER)


def merged(world: World, issue: Issue) -> None:
    other = hard(world)
    Issue.objects.filter(pk=issue.pk).update(
        stage=Stage.MERGED, merged_into=other, merged_at=LATER, ended_at=LATER, ending=""
    )


@pytest.mark.parametrize("ends", [withdrawn, merged])
def test_on_a_matter_that_has_ended_nobody_is_asked_any_more(
    world: World, issue: Issue, pledge: Pledge, ends: Callable[[World, Issue], None]
) -> None:
    assert offered(world, pledge) == set(PledgeAct)
    ends(world, issue)
    assert offered(world, pledge) == set()
    given = {"actor": world.clerk, "now": LATER}
    with pytest.raises(WrongState, match="has ended meanwhile"):
        accept(pledge, **given, assent=due_at(pledge).isoformat())  # type: ignore[arg-type]
    with pytest.raises(WrongState, match="has ended meanwhile"):
        decline(pledge, **given, reason="管线属于水务局")  # type: ignore[arg-type]
    assert state(pledge) == PledgeState.ASKED
    assert unread(world.clerk, "pledge_asked") == 1
    # The clock settles it, once, and tells who was asked and who asked.
    assert (expire_pledges(now=LATER), expire_pledges(now=LATER)) == (1, 0)
    assert state(pledge) == PledgeState.LAPSED
    assert unread(world.clerk, "pledge_asked") == 0
    assert (unread(world.clerk, "pledge_lapsed"), unread(world.grid_head, "pledge_lapsed")) == (
        1,
        1,
    )
    assert pledges_owed(seen(world, pledge).viewer) == []
    assert timeline(seen(world, pledge).stream)[-1].kind == "council.pledge_lapsed"
    with pytest.raises(WrongState, match="nobody is asked for this any more"):
        accept(pledge, **given)  # type: ignore[arg-type]
    # Two working days later nobody is told that the body was silent.
    assert expire_pledges(now=pledge.answer_by) == 0


def test_its_pages_say_so_and_lead_from_the_form_to_them(
    world: World, issue: Issue, pledge: Pledge
) -> None:
    today = timezone.localdate()
    Pledge.objects.update(due_on=today + timedelta(days=30), answer_by=timezone.now())
    clerk, page = signed_in(world.clerk), f"/pledges/{pledge.uid}/"
    assert f"{page}accept/" in clerk.get(page).content.decode()
    withdrawn(world, issue)
    shown = clerk.get(page).content.decode()
    assert "事情已经了结" in shown
    assert f"{page}accept/" not in shown
    assert f"{page}decline/" not in shown
    assert "事情已经了结" in clerk.get("/pledges/").content.decode()
    assert clerk.get(f"{page}accept/")["Location"] == page
    answer = clerk.post(f"{page}accept/", {"submission": str(uuid4())})
    assert answer.status_code == 409
    assert "事情已经了结" in answer.content.decode()


def test_what_left_the_place_that_was_asked_is_not_asked_of_it_any_more(
    world: World, issue: Issue, meeting: Meeting
) -> None:
    pledge = asked(meeting, decided(meeting, Effect.TO_DELIVER, text=SAID), world.grid.code)
    assert PledgeAct.ACCEPT in offered(world, pledge, "grid_head")
    push_up(issue, actor=world.grid_worker, now=LATER, reason="要住建办换管", tried="疏通过")
    assert offered(world, pledge, "grid_head") == set()
    with pytest.raises(WrongState, match="in other hands"):
        accept(pledge, actor=world.grid_head, now=LATER)
    assert expire_pledges(now=LATER) == 1
    assert state(pledge) == PledgeState.LAPSED


def test_a_department_may_join_wherever_the_matter_is(
    world: World, issue: Issue, pledge: Pledge
) -> None:
    push_up(issue, actor=world.grid_worker, now=LATER, reason="要住建办换管", tried="疏通过")
    assert expire_pledges(now=LATER) == 0
    accept(pledge, actor=world.clerk, now=LATER, assent=due_at(pledge).isoformat())
    assert state(pledge) == PledgeState.ACCEPTED


def test_a_place_without_a_part_yet_can_not_promise_and_is_asked_on(
    world: World, issue: Issue, meeting: Meeting
) -> None:
    pledge = asked(meeting, decided(meeting, Effect.TO_DELIVER, text=SAID), world.community.code)
    assert offered(world, pledge, "lead") == {PledgeAct.DECLINE}
    with pytest.raises(WrongState, match="no part in the matter"):
        accept(pledge, actor=world.lead, now=LATER)
    assert expire_pledges(now=LATER) == 0


def test_while_the_resident_is_asked_it_is_not_promised_and_waits(
    world: World, issue: Issue, pledge: Pledge
) -> None:
    Issue.objects.filter(pk=issue.pk).update(stage=Stage.CONFIRM)
    assert offered(world, pledge) == {PledgeAct.DECLINE}
    assert "The resident is asked" in str(why_not_promised(seen(world, pledge).facts))
    with pytest.raises(WrongState, match="The resident is asked"):
        accept(pledge, actor=world.clerk, now=LATER)
    assert expire_pledges(now=LATER) == 0


def test_once_its_day_is_over_only_a_reason_is_owed(world: World, pledge: Pledge) -> None:
    Pledge.objects.update(due_on=BEGINS.date() - timedelta(days=1))
    assert offered(world, pledge) == {PledgeAct.DECLINE}
    with pytest.raises(WrongState, match="The day by which"):
        accept(pledge, actor=world.clerk, now=LATER)


def test_what_was_answered_says_how(world: World, pledge: Pledge) -> None:
    decline(pledge, actor=world.clerk, now=LATER, reason="管线属于水务局")
    with pytest.raises(WrongState, match="answered already: declined"):
        accept(pledge, actor=world.clerk, now=LATER)


def ask(meeting: Meeting, body: Body) -> None:
    item = decided(meeting, Effect.TO_DELIVER, text=SAID)
    told = AskedPledge(text="换管", due_on=BEGINS.date() + timedelta(days=30), body=body.code)
    given = {"actor": meeting.recorder, "now": BEGINS, "sent": sent(), "uid": uuid4()}
    ask_pledge(meeting, **given, item=item, asked=told)  # type: ignore[arg-type]


def test_no_body_is_asked_for_what_it_could_never_promise(world: World, meeting: Meeting) -> None:
    """One of another place, and any on an item that is about no matter."""
    far = Body.objects.filter(parent=world.far_street, kind="department").first()
    far = far or Body.objects.create(
        code="LH-ZJ", kind="department", name="柳河住建办", parent=world.far_street
    )
    with pytest.raises(Refused, match="does not serve this place"):
        ask(meeting, far)
    about_nothing = at_the_table(
        world,
        a_called_sitting(world, meeting.council, items=["消防检查"], venue=None, place="院里"),
    )
    with pytest.raises(Refused, match="no matter"):
        ask(about_nothing, world.housing)
    assert not Pledge.objects.exists()
