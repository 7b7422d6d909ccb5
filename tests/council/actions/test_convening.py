"""A sitting is planned, called, moved, taken back and cancelled."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db.models import F

from acting.refusals import NotOpen, Refused
from clocks.hours import SHANGHAI
from council.actions.agenda.put_on import put_on
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.cancel import cancel
from council.actions.meetings.change import change
from council.actions.meetings.convene import convene
from council.actions.meetings.invite import invite_body, invite_parties
from council.actions.meetings.recall import recall_call
from council.actions.meetings.remind_meetings import remind_meetings
from council.enums.meetings import MeetingKind, MeetingState, RollStanding, ToldOf
from council.enums.votes import VoteState
from council.forms.sittings.choices import body_choices
from council.models import Council, Meeting, NoticeRule, Presence, Roll, Told
from council.refusals import NotYours, Stale, WrongState
from grids.models import Body, Posting
from issues.actions.classify import classify
from issues.enums.matter import MatterClass
from ledger.models import Entry
from notifications.models import Delivery, Notice
from notifications.rules import SETTLING
from tests.council.sittings import (
    BEGINS,
    CONVENED,
    LENGTH,
    a_called_sitting,
    a_council,
    a_draft,
    a_member,
    a_plan,
    at_the_table,
    fresh,
    members_of,
    roll_of,
)
from tests.issues.sitting import hard
from tests.issues.staging import published
from tests.world import World

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
def council(world: World) -> Council:
    return a_council(world)


def told(meeting: Meeting, of: ToldOf) -> set[int]:
    rows = Told.objects.filter(meeting=meeting, of=of, call=meeting.calls)
    return set(rows.values_list("person_id", flat=True))


def noticed(kind: str) -> set[int]:
    rows = Notice.objects.filter(kind=f"council.{kind}")
    return set(rows.values_list("recipient_id", flat=True))


def everybody(world: World, council: Council) -> set[int]:
    people = (*members_of(council), world.grid_head, world.grid_worker)
    return {person.pk for person in people}


def test_a_draft_tells_nobody_and_a_call_tells_everybody_once(
    world: World, council: Council
) -> None:
    draft = a_draft(world, council)
    assert not Notice.objects.exists()
    assert draft.code == ""
    meeting = fresh(call_meeting(draft, actor=world.grid_head, now=CONVENED))
    assert meeting.state == MeetingState.CALLED
    assert told(meeting, ToldOf.CALLED) == everybody(world, council)
    # Whoever calls it knows.
    assert noticed("sitting_called") == everybody(world, council) - {world.grid_head.pk}
    with pytest.raises(WrongState):
        call_meeting(meeting, actor=world.grid_head, now=CONVENED)


def test_the_code_has_six_signs_that_nobody_mistakes(world: World, council: Council) -> None:
    meeting = a_called_sitting(world, council)
    assert len(meeting.code) == 6
    assert not set(meeting.code) & set("0O1I")
    assert len(meeting.wall_key) == 32


def test_the_record_of_a_draft_stays_inside(world: World, council: Council) -> None:
    meeting = a_called_sitting(world, council)
    public = Entry.objects.filter(stream__name=meeting.stream)
    inside = Entry.objects.filter(stream__name=meeting.inside_stream)
    assert [entry.kind for entry in public] == ["council.sitting_called"]
    assert next(entry.kind for entry in inside) == "council.sitting_convened"
    assert public[0].stream.public
    assert not inside[0].stream.public


@pytest.mark.parametrize("who", ["resident", "grid_worker", "far_grid_worker", "supervisor"])
def test_who_may_not_convene(world: World, council: Council, who: str) -> None:
    with pytest.raises(NotYours):
        convene(council, actor=getattr(world, who), now=CONVENED, plan=a_plan(world))


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        ({"starts_at": CONVENED - HOUR}, "starts_at"),
        ({"starts_at": CONVENED + timedelta(days=400)}, "starts_at"),
        ({"ends_at": BEGINS}, "ends_at"),
        ({"ends_at": BEGINS - HOUR}, "ends_at"),
        ({"ends_at": BEGINS + timedelta(hours=13)}, "ends_at"),
        ({"title": "  "}, "title"),
        ({"title": "长" * 81}, "title"),
        ({"title": "a\x00b"}, "title"),
        ({"venue": None}, "place"),
        ({"place": "远" * 81}, "place"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_at_its_field(
    world: World, council: Council, plan: dict[str, object], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        convene(council, actor=world.grid_head, now=CONVENED, plan=a_plan(world, **plan))
    assert refused.value.field == field
    assert not Meeting.objects.exists()


def test_it_may_go_over_midnight_and_over_the_new_year(world: World, council: Council) -> None:
    late = datetime(2026, 12, 31, 23, 0, tzinfo=SHANGHAI)
    meeting = a_draft(world, council, starts_at=late)
    assert meeting.ends_at - meeting.starts_at == LENGTH


def test_who_chairs_is_a_member_or_answers_for_the_place(world: World, council: Council) -> None:
    for chair in (world.resident, world.far_grid_worker):
        with pytest.raises(Refused) as refused:
            a_draft(world, council, chair=chair)
        assert refused.value.field == "chair"
    assert a_draft(world, council, chair=members_of(council)[0]).chair == members_of(council)[0]


def test_who_chairs_does_not_write_it_down(world: World, council: Council) -> None:
    with pytest.raises(Refused) as refused:
        a_draft(world, council, recorder=world.grid_head)
    assert refused.value.field == "recorder"


def test_who_reported_a_matter_does_not_chair_its_sitting(world: World, council: Council) -> None:
    a_member(council, world.resident)
    issue = published(world)
    draft = a_draft(world, council, items=[issue.reference])
    plan = a_plan(world, chair=world.resident)
    with pytest.raises(Refused, match=issue.reference) as refused:
        change(draft, actor=world.grid_head, now=CONVENED, plan=plan)
    assert refused.value.field == "chair"


@pytest.mark.parametrize(
    ("matter_class", "day"),
    [
        (MatterClass.SMALL, 17),
        (MatterClass.URGENT, 16),
        (MatterClass.HARD, 19),
        (MatterClass.MAJOR, 23),
    ],
)
def test_notice_goes_by_the_class_of_what_is_on_the_agenda(
    world: World, council: Council, matter_class: MatterClass, day: int
) -> None:
    """Called on Monday the 16th, in working days."""
    issue = published(world)
    classify(
        issue,
        actor=world.grid_worker,
        now=CONVENED,
        matter_class=matter_class,
        category=world.categories["sewers"],
    )
    # At midnight the first day begins; on the day of the call it is to come.
    first = max(datetime(2026, 11, day, 0, 0, tzinfo=SHANGHAI), CONVENED + HOUR)
    if day > 16:
        early = a_draft(world, council, items=[issue.reference], starts_at=first - HOUR)
        with pytest.raises(Refused) as refused:
            call_meeting(early, actor=world.grid_head, now=CONVENED)
        assert refused.value.field == "reason"
        call_meeting(early, actor=world.grid_head, now=CONVENED, reason="要下雨了")
        assert fresh(early).short_notice_because == "要下雨了"
    good = a_draft(
        world, council, items=[issue.reference], starts_at=first + 2 * HOUR, venue=world.other_venue
    )
    assert call_meeting(good, actor=world.grid_head, now=CONVENED).short_notice_because == ""


def test_a_council_may_ask_for_longer_notice(world: World, council: Council) -> None:
    NoticeRule.objects.create(council=council, matter_class=MatterClass.SMALL, working_days=10)
    draft = a_draft(world, council)
    with pytest.raises(Refused):
        call_meeting(draft, actor=world.grid_head, now=CONVENED)


def test_it_is_not_called_without_an_agenda_a_chair_or_in_the_past(
    world: World, council: Council
) -> None:
    with pytest.raises(Refused):
        call_meeting(a_draft(world, council, items=[]), actor=world.grid_head, now=CONVENED)
    later = BEGINS + timedelta(days=1)
    nobody = a_draft(world, council, chair=None, starts_at=later)
    with pytest.raises(Refused):
        call_meeting(nobody, actor=world.grid_head, now=CONVENED)
    over = a_draft(world, council, starts_at=later + timedelta(days=1))
    with pytest.raises(Refused):
        call_meeting(over, actor=world.grid_head, now=later + timedelta(days=3))
    assert not Notice.objects.exists()


def test_a_venue_is_taken_once_and_the_refusal_says_when_it_is_free(
    world: World, council: Council
) -> None:
    a_draft(world, council)
    with pytest.raises(Refused, match="17:00") as refused:
        a_draft(world, council, starts_at=BEGINS + HOUR)
    assert refused.value.field == "venue"
    a_draft(world, council, starts_at=BEGINS + LENGTH)
    a_draft(world, council, starts_at=BEGINS + HOUR, venue=world.other_venue)


@pytest.mark.parametrize("closed", ["venue", "grid"])
def test_no_sitting_is_planned_where_the_venue_or_its_grid_is_closed(
    world: World, council: Council, closed: str
) -> None:
    where = world.other_venue if closed == "venue" else world.other_grid
    type(where)._default_manager.filter(pk=where.pk).update(active=False)
    assert world.other_venue.grid == world.other_grid
    with pytest.raises(Refused, match="不开放") as refused:
        a_draft(world, council, venue=world.other_venue)
    assert refused.value.field == "venue"
    assert not Meeting.objects.exists()


def test_a_cancelled_sitting_leaves_its_venue(world: World, council: Council) -> None:
    draft = a_draft(world, council)
    cancel(draft, actor=world.grid_head, now=CONVENED, reason="没有议题")
    a_draft(world, council)


def test_a_called_sitting_that_moves_tells_everybody_again(world: World, council: Council) -> None:
    meeting = a_called_sitting(world, council)
    plan = a_plan(world, starts_at=BEGINS + HOUR)
    change(meeting, actor=world.grid_head, now=CONVENED + HOUR, plan=plan, seen=meeting.version)
    moved = fresh(meeting)
    assert moved.calls == 2
    assert told(moved, ToldOf.MOVED) == everybody(world, council)
    assert noticed("sitting_moved") == everybody(world, council) - {world.grid_head.pk}


def test_moved_three_times_over_it_leaves_one_message_to_be_sent(
    world: World, council: Council
) -> None:
    meeting, member = a_called_sitting(world, council), members_of(council)[0]
    for hours in (1, 2, 3):
        plan = a_plan(world, starts_at=BEGINS + hours * HOUR)
        change(meeting, actor=world.grid_head, now=CONVENED + hours * MINUTE, plan=plan)
    theirs = Notice.objects.filter(recipient=member, kind__startswith="council.sitting")
    assert theirs.count() == 4
    last = theirs.get(read_at=None)
    assert last.kind == "council.sitting_moved"
    assert datetime.fromisoformat(last.parameters["at"]) == fresh(meeting).starts_at
    # What was read meanwhile is dropped where it would be sent (tests/notifications/actions).
    unread = Delivery.objects.filter(notice__recipient=member, notice__read_at=None)
    waiting = unread.get(state="waiting")
    assert waiting.notice == last
    assert waiting.next_try_at == CONVENED + 3 * MINUTE + SETTLING


def test_who_is_to_come_today_is_told_at_once(world: World, council: Council) -> None:
    meeting = a_called_sitting(world, council, starts_at=CONVENED + HOUR)
    told_at = Delivery.objects.filter(notice__subject=meeting.uid).values_list("next_try_at")
    assert set(told_at) == {(CONVENED,)}


def test_followers_of_a_matter_read_only_where_it_stands_now(
    world: World, council: Council
) -> None:
    issue = hard(world)
    meeting = a_called_sitting(world, council, items=[issue.reference])
    plan = a_plan(world, starts_at=BEGINS + HOUR)
    change(meeting, actor=world.grid_head, now=CONVENED + HOUR, plan=plan)
    theirs = Notice.objects.filter(recipient=world.resident, kind="issue.on_agenda")
    assert theirs.count() == 2
    assert theirs.get(read_at=None).parameters["at"] == plan.starts_at.isoformat()


def test_another_title_tells_nobody(world: World, council: Council) -> None:
    meeting = a_called_sitting(world, council)
    plan = a_plan(world, title="别的题目")
    change(meeting, actor=world.grid_worker, now=CONVENED, plan=plan)
    assert fresh(meeting).title == "别的题目"
    assert noticed("sitting_moved") == set()


def test_who_only_writes_it_down_does_not_move_a_called_one(world: World, council: Council) -> None:
    meeting = a_called_sitting(world, council)
    plan = a_plan(world, title="别的题目", starts_at=BEGINS + HOUR)
    with pytest.raises(Refused) as refused:
        change(meeting, actor=world.grid_worker, now=CONVENED, plan=plan)
    # The rest is theirs to change, so the form comes back with what they typed.
    assert refused.value.field == "starts_at"
    assert not isinstance(refused.value, NotOpen)
    assert (fresh(meeting).starts_at, fresh(meeting).title) == (BEGINS, meeting.title)


def test_one_that_moves_to_an_earlier_time_needs_its_notice_again(
    world: World, council: Council
) -> None:
    meeting = a_called_sitting(world, council)
    plan = a_plan(world, starts_at=CONVENED + 2 * HOUR)
    with pytest.raises(Refused) as refused:
        change(meeting, actor=world.grid_head, now=CONVENED + HOUR, plan=plan)
    assert refused.value.field == "reason"
    assert fresh(meeting).starts_at == BEGINS


def test_a_call_is_taken_back_and_made_anew(world: World, council: Council) -> None:
    meeting = a_called_sitting(world, council)
    recall_call(meeting, actor=world.grid_head, now=CONVENED)
    back = fresh(meeting)
    assert (back.state, back.code) == (MeetingState.DRAFT, "")
    assert noticed("sitting_recalled") == everybody(world, council) - {world.grid_head.pk}
    again = fresh(call_meeting(back, actor=world.grid_head, now=CONVENED + HOUR))
    assert again.calls == 2
    assert (
        Notice.objects.filter(kind="council.sitting_called", recipient=world.grid_worker).count()
        == 2
    )


def test_a_cancelled_one_says_why_to_everybody(world: World, council: Council) -> None:
    meeting = a_called_sitting(world, council)
    with pytest.raises(Refused) as refused:
        cancel(meeting, actor=world.grid_head, now=CONVENED, reason=" ")
    assert refused.value.field == "reason"
    with pytest.raises(NotYours):
        cancel(meeting, actor=world.grid_worker, now=CONVENED, reason="下雨")
    cancel(meeting, actor=world.grid_head, now=CONVENED, reason="下雨")
    assert fresh(meeting).state == MeetingState.CANCELLED
    assert told(fresh(meeting), ToldOf.CANCELLED) == everybody(world, council)
    with pytest.raises(WrongState):
        cancel(meeting, actor=world.grid_head, now=CONVENED, reason="下雨")


def test_a_draft_is_thrown_away_without_a_word(world: World, council: Council) -> None:
    cancel(a_draft(world, council), actor=world.grid_head, now=CONVENED, reason="算了")
    assert not Notice.objects.exists()


def test_an_abandoned_sitting_is_cancelled_with_all_that_ran_in_it(
    world: World, council: Council
) -> None:
    meeting = at_the_table(world, a_called_sitting(world, council))
    cancel(meeting, actor=world.grid_head, now=BEGINS + HOUR, reason="停电了")
    assert not Presence.objects.filter(left_at=None).exists()
    assert not meeting.votes.exclude(state=VoteState.VOID).exists()
    assert fresh(meeting).state == MeetingState.CANCELLED


def test_a_page_that_shows_what_was_is_stale(world: World, council: Council) -> None:
    draft = a_draft(world, council)
    put_on(draft, actor=world.grid_head, now=CONVENED, title="再加一项")
    with pytest.raises(Stale):
        call_meeting(draft, actor=world.grid_head, now=CONVENED, seen=draft.version)


def test_guests_are_invited_by_their_body_and_by_what_they_raised(
    world: World, council: Council
) -> None:
    issue = published(world)
    meeting = a_called_sitting(world, council, items=[issue.reference])
    given = {"actor": world.grid_head, "now": CONVENED}
    assert invite_body(meeting, body=world.housing, **given) == 2  # type: ignore[arg-type]
    assert invite_body(meeting, body=world.housing, **given) == 0  # type: ignore[arg-type]
    assert invite_parties(meeting, **given) == 1  # type: ignore[arg-type]
    party = Roll.objects.get(meeting=meeting, standing=RollStanding.PARTY)
    assert party.person == world.resident
    assert noticed("sitting_invited") == {world.clerk.pk, world.signer.pk, world.resident.pk}
    with pytest.raises(Refused):
        invite_body(meeting, body=world.railway, **given)  # type: ignore[arg-type]


def test_just_those_bodies_are_offered_for_which_somebody_speaks(
    world: World, council: Council
) -> None:
    meeting = a_called_sitting(world, council)
    given = {"actor": world.grid_head, "now": CONVENED}
    offered = {code for code, _name in body_choices(council) if code}
    assert {"FHT-ZJ", "ZJD"} <= offered
    for body in Body.objects.filter(code__in=offered):
        assert invite_body(meeting, body=body, **given) >= 0  # type: ignore[arg-type]
    Posting.objects.filter(body=world.housing).update(ends_on=F("starts_on"))
    assert "FHT-ZJ" not in dict(body_choices(council))


def test_a_joint_sitting_is_convened_by_who_convenes_each_and_has_one_roll(
    world: World, council: Council
) -> None:
    other = Council.objects.create(body=world.other_grid)
    both = members_of(council)[0]
    a_member(other, both)
    a_member(other, world.neighbour)
    plan = a_plan(world, councils=(other, council, other))
    with pytest.raises(NotYours):
        convene(council, actor=world.grid_head, now=CONVENED, plan=plan)
    meeting = convene(council, actor=world.staff, now=CONVENED, plan=plan)
    assert meeting.kind == MeetingKind.JOINT
    assert [line.person for line in roll_of(meeting)] == [*members_of(council), world.neighbour]


def test_the_roll_follows_terms_until_the_sitting_opens(world: World, council: Council) -> None:
    meeting = a_called_sitting(world, council)
    gone = members_of(council)[0]
    council.members.filter(person=gone).delete()
    a_member(council, world.neighbour)
    running = at_the_table(world, meeting, present=0)
    assert gone not in [line.person for line in roll_of(running)]
    assert world.neighbour in [line.person for line in roll_of(running)]
    assert running.members_total == 5


def test_everybody_is_reminded_a_day_before_and_once(world: World, council: Council) -> None:
    meeting = a_called_sitting(world, council)
    before = BEGINS - timedelta(days=1)
    assert remind_meetings(now=before - HOUR) == 0
    assert remind_meetings(now=before) == 1
    assert remind_meetings(now=before + HOUR) == 0
    assert noticed("sitting_tomorrow") == everybody(world, council)
    assert fresh(meeting).remind_at is None


def test_nobody_is_reminded_of_what_was_cancelled(world: World, council: Council) -> None:
    meeting = a_called_sitting(world, council)
    cancel(meeting, actor=world.grid_head, now=CONVENED, reason="下雨")
    assert remind_meetings(now=BEGINS - HOUR) == 0
    assert noticed("sitting_tomorrow") == set()
