"""What comes on an agenda, in which order, what goes off, and what people think of it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from acting.refusals import Refused
from council.actions.agenda.accept_proposal import accept_proposal
from council.actions.agenda.order_agenda import order_agenda
from council.actions.agenda.postpone import postpone
from council.actions.agenda.put_off_proposal import put_off_proposal
from council.actions.agenda.put_on import put_on
from council.actions.agenda.say_opinion import say_opinion
from council.actions.agenda.take_off import take_off
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.convene import convene
from council.actions.meetings.record_talk import record_talk
from council.enums.agenda import ItemState, Lack, OpinionMoment, Stance
from council.enums.meetings import MeetingKind, MeetingState
from council.forms.sittings.agenda import moved
from council.inputs import TalkOnTheSpot
from council.models import Council, Meeting, Opinion, Roll
from council.queries.agenda import lacks_of, matters, proposals_for
from council.refusals import NotYours, Stale, WrongState
from issues.actions.classify import classify
from issues.actions.find import find
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass, Visibility
from issues.models import Deadline, Issue
from notifications.models import Notice
from tests.council.sittings import (
    BEGINS,
    CONVENED,
    a_called_sitting,
    a_council,
    a_draft,
    a_member,
    a_plan,
    at_the_table,
    fresh,
    items_of,
    members_of,
)
from tests.issues.staging import published, raised
from tests.world import World

TODAY = CONVENED.date()


@pytest.fixture
def council(world: World) -> Council:
    return a_council(world)


@pytest.fixture
def draft(world: World, council: Council) -> Meeting:
    return a_draft(world, council, items=["一", "二", "三"])


def hard(world: World, matter_class: MatterClass = MatterClass.HARD) -> Issue:
    issue = published(world)
    return classify(
        issue,
        actor=world.grid_worker,
        now=CONVENED,
        matter_class=matter_class,
        category=world.categories["sewers"],
    )


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in items_of(meeting) if item.state == ItemState.WAITING]


def test_a_matter_comes_on_by_its_number_and_only_once(world: World, draft: Meeting) -> None:
    issue = published(world)
    given = {"actor": world.grid_head, "now": CONVENED, "reference": issue.reference.lower()}
    item = put_on(draft, **given)  # type: ignore[arg-type]
    assert item.title == issue.public_title
    assert put_on(draft, **given) == item  # type: ignore[arg-type]
    assert len(items_of(draft)) == 4


def test_a_hard_matter_without_a_finding_says_so(world: World, draft: Meeting) -> None:
    issue = hard(world)
    put_on(draft, actor=world.grid_head, now=CONVENED, reference=issue.reference)
    assert lacks_of(matters().get(pk=issue.pk)) == [Lack.FINDING]
    find(issue, actor=world.grid_worker, now=CONVENED, text="管道塌了一截")
    assert lacks_of(matters().get(pk=issue.pk)) == []


@pytest.mark.parametrize("visibility", [Visibility.PRIVATE, Visibility.HIDDEN, Visibility.PENDING])
def test_what_is_not_public_never_comes_on_an_agenda(
    world: World, draft: Meeting, visibility: Visibility
) -> None:
    issue = raised(world)
    Issue.objects.filter(pk=issue.pk).update(visibility=visibility)
    with pytest.raises(Refused) as refused:
        put_on(draft, actor=world.grid_head, now=CONVENED, reference=issue.reference)
    assert refused.value.field == "matter"


def test_a_dispute_never_comes_on_an_agenda(world: World, draft: Meeting) -> None:
    issue = published(world)
    Issue.objects.filter(pk=issue.pk).update(category=world.categories["noise"])
    with pytest.raises(Refused):
        put_on(draft, actor=world.grid_head, now=CONVENED, reference=issue.reference)


def test_who_may_not_open_a_matter_does_not_learn_that_it_exists(
    world: World, council: Council
) -> None:
    recorder = members_of(council)[1]
    draft = a_draft(world, council, recorder=recorder)
    issue = raised(world)
    asked = {"actor": recorder, "now": CONVENED}
    with pytest.raises(Refused) as private:
        put_on(draft, reference=issue.reference, **asked)  # type: ignore[arg-type]
    with pytest.raises(Refused) as unknown:
        put_on(draft, reference="ZJD-2026-9999", **asked)  # type: ignore[arg-type]
    assert str(private.value) == str(unknown.value)


def test_a_matter_of_another_place_does_not_come_on(world: World, draft: Meeting) -> None:
    far = published(world)
    Issue.objects.filter(pk=far.pk).update(grid=world.other_grid)
    with pytest.raises(Refused):
        put_on(draft, actor=world.staff, now=CONVENED, reference=far.reference)


def test_nothing_comes_on_under_a_chair_who_reported_it(world: World, council: Council) -> None:
    a_member(council, world.resident)
    draft = a_draft(world, council, chair=world.resident)
    issue = published(world)
    with pytest.raises(Refused, match=issue.reference):
        put_on(draft, actor=world.grid_head, now=CONVENED, reference=issue.reference)


@pytest.mark.parametrize("minutes", [0, -1, 241])
def test_an_item_takes_a_time_in_reason(world: World, draft: Meeting, minutes: int) -> None:
    with pytest.raises(Refused) as refused:
        put_on(draft, actor=world.grid_head, now=CONVENED, title="四", minutes=minutes)
    assert refused.value.field == "minutes"


@pytest.mark.parametrize("title", ["", " ", "长" * 121, "a\x00b"])
def test_a_title_that_cannot_be_kept_is_refused(world: World, draft: Meeting, title: str) -> None:
    with pytest.raises(Refused) as refused:
        put_on(draft, actor=world.grid_head, now=CONVENED, title=title)
    assert refused.value.field == "title"


def test_the_order_is_changed_in_one_request(world: World, draft: Meeting) -> None:
    one, two, three = items_of(draft)
    order = [three.uid, one.uid, two.uid]
    order_agenda(draft, actor=world.grid_worker, now=CONVENED, order=order, seen=draft.version)
    assert titles(draft) == ["三", "一", "二"]


def test_an_order_that_is_not_the_same_items_is_refused(world: World, draft: Meeting) -> None:
    uids = [item.uid for item in items_of(draft)]
    wrong: tuple[list[UUID], ...] = (
        [],
        uids[:2],
        [*uids, uids[0]],
        [*uids[:2], uuid4()],
        [uids[0]] * 3,
    )
    for order in wrong:
        with pytest.raises(Refused):
            order_agenda(draft, actor=world.grid_head, now=CONVENED, order=order)
    assert titles(draft) == ["一", "二", "三"]


def test_of_two_who_order_at_once_the_second_is_told(world: World, draft: Meeting) -> None:
    uids = [item.uid for item in items_of(draft)]
    seen = draft.version
    order_agenda(draft, actor=world.grid_head, now=CONVENED, order=uids[::-1], seen=seen)
    with pytest.raises(Stale):
        order_agenda(draft, actor=world.grid_worker, now=CONVENED, order=uids, seen=seen)
    assert titles(draft) == ["三", "二", "一"]


def test_one_place_up_or_down_stays_within_the_list() -> None:
    a, b, c = (uuid4() for _ in range(3))
    assert moved([a, b, c], c, "up") == [a, c, b]
    assert moved([a, b, c], a, "down") == [b, a, c]
    assert moved([a, b, c], a, "up") == [a, b, c]
    assert moved([a, b, c], c, "down") == [a, b, c]
    with pytest.raises(ValueError, match="not in list"):
        moved([a, b], c, "up")


def test_an_item_is_taken_off_or_put_off_and_the_rest_is_ordered(
    world: World, draft: Meeting
) -> None:
    one, two, three = items_of(draft)
    take_off(draft, actor=world.grid_head, now=CONVENED, item=one.uid)
    with pytest.raises(Refused):
        take_off(draft, actor=world.grid_head, now=CONVENED, item=one.uid)
    for until in (TODAY, TODAY - timedelta(days=1), date(2030, 1, 1)):
        with pytest.raises(Refused) as refused:
            postpone(draft, actor=world.grid_head, now=CONVENED, item=two.uid, until=until)
        assert refused.value.field == "until"
    later = TODAY + timedelta(days=7)
    postpone(draft, actor=world.grid_head, now=CONVENED, item=two.uid, until=later)
    put_on(draft, actor=world.grid_head, now=CONVENED, title="四")
    assert titles(draft) == ["三", "四"]
    new = [item.uid for item in items_of(draft) if item.state == ItemState.WAITING][::-1]
    order_agenda(draft, actor=world.grid_head, now=CONVENED, order=new)
    assert titles(draft) == ["四", "三"]
    assert three.uid in new


def test_what_was_put_off_can_come_back(world: World, council: Council) -> None:
    issue = published(world)
    draft = a_draft(world, council, items=[issue.reference])
    given = {"actor": world.grid_head, "now": CONVENED}
    item, later = items_of(draft)[0].uid, TODAY + timedelta(days=7)
    postpone(draft, item=item, until=later, **given)  # type: ignore[arg-type]
    put_on(draft, reference=issue.reference, **given)  # type: ignore[arg-type]
    assert len(titles(draft)) == 1


def test_what_is_taken_off_can_come_on_again(world: World, council: Council) -> None:
    issue = published(world)
    draft = a_draft(world, council, items=[issue.reference])
    take_off(draft, actor=world.grid_head, now=CONVENED, item=items_of(draft)[0].uid)
    put_on(draft, actor=world.grid_head, now=CONVENED, reference=issue.reference)
    assert len(titles(draft)) == 1


def test_a_hard_matter_proposes_itself_until_it_is_taken_or_put_off(
    world: World, draft: Meeting
) -> None:
    issue = hard(world)
    given = {"actor": world.grid_head, "now": CONVENED, "matter": issue.uid}
    later = TODAY + timedelta(days=7)
    put_off_proposal(draft, until=later, **given)  # type: ignore[arg-type]
    assert proposals_for(draft, today=later, now=CONVENED) == []
    with pytest.raises(Refused):
        accept_proposal(draft, **given)  # type: ignore[arg-type]
    after = {**given, "now": CONVENED + timedelta(days=8)}
    assert proposals_for(draft, today=later + timedelta(days=1), now=CONVENED) != []
    item = accept_proposal(draft, **after)  # type: ignore[arg-type]
    assert item.why != "by_hand"
    assert accept_proposal(draft, **after) == item  # type: ignore[arg-type]


def test_a_proposal_that_was_put_off_as_an_item_comes_back_when_it_is_taken(
    world: World, draft: Meeting
) -> None:
    issue = hard(world)
    given = {"actor": world.grid_head, "now": CONVENED}
    item = put_on(draft, reference=issue.reference, **given)  # type: ignore[arg-type]
    later = TODAY + timedelta(days=7)
    postpone(draft, item=item.uid, until=later, **given)  # type: ignore[arg-type]
    assert accept_proposal(draft, matter=issue.uid, **given) == item  # type: ignore[arg-type]
    assert issue.public_title in titles(draft)


def test_whose_matter_comes_up_is_told(world: World, council: Council) -> None:
    issue = hard(world)
    a_called_sitting(world, council, items=[issue.reference])
    told = Notice.objects.filter(kind__endswith=".on_agenda")
    assert [notice.recipient for notice in told] == [world.resident]


def test_a_major_matter_waits_no_longer_for_an_agenda_until_it_comes_off(
    world: World, council: Council
) -> None:
    council = Council.objects.create(body=world.community)
    issue = hard(world, MatterClass.MAJOR)
    clock = Deadline.objects.running().filter(issue=issue, kind=DeadlineKind.AGENDA)
    assert clock.exists()
    draft = convene(
        council,
        actor=world.lead,
        now=CONVENED,
        plan=a_plan(world, chair=world.lead, recorder=world.staff),
    )
    given = {"actor": world.lead, "now": CONVENED}
    item = put_on(draft, reference=issue.reference, **given)  # type: ignore[arg-type]
    assert clock.exists()
    call_meeting(draft, reason="大事急办", **given)  # type: ignore[arg-type]
    assert not clock.exists()
    take_off(draft, item=item.uid, **given)  # type: ignore[arg-type]
    assert clock.exists()


def test_the_agenda_is_prepared_only_by_who_prepares_it(world: World, draft: Meeting) -> None:
    for actor in (world.resident, world.stranger, world.far_grid_worker):
        with pytest.raises(NotYours):
            put_on(draft, actor=actor, now=CONVENED, title="四")


def test_nothing_is_planned_any_more_once_it_runs(world: World, council: Council) -> None:
    running = at_the_table(world, a_called_sitting(world, council))
    with pytest.raises(WrongState):
        put_on(running, actor=world.grid_head, now=BEGINS, title="四")


def test_an_opinion_is_said_once_before_and_can_be_changed(world: World, draft: Meeting) -> None:
    item = items_of(draft)[0].uid
    given = {"actor": world.resident, "now": CONVENED, "item": item}
    with pytest.raises(WrongState):
        say_opinion(draft, stance=Stance.FOR, **given)  # type: ignore[arg-type]
    called = fresh(call_meeting(draft, actor=world.grid_head, now=CONVENED))
    say_opinion(called, stance=Stance.FOR, words="早该修了", **given)  # type: ignore[arg-type]
    say_opinion(called, stance=Stance.AGAINST, words="太贵", **given)  # type: ignore[arg-type]
    said = Opinion.objects.get()
    assert (said.stance, said.words, said.moment) == ("against", "太贵", OpinionMoment.BEFORE)
    with pytest.raises(NotYours):
        say_opinion(called, stance=Stance.FOR, **{**given, "actor": world.stranger})  # type: ignore[arg-type]
    with pytest.raises(Refused):
        say_opinion(called, stance=Stance.FOR, **{**given, "item": uuid4()})  # type: ignore[arg-type]


def test_no_number_and_no_door_stands_in_what_everybody_reads(world: World, draft: Meeting) -> None:
    item = items_of(draft)[0].uid
    called = fresh(call_meeting(draft, actor=world.grid_head, now=CONVENED))
    words = "我家3号楼501，打１３９．０５３３．１２３４，别给别人"
    say_opinion(
        called, stance=Stance.FOR, words=words, actor=world.resident, now=CONVENED, item=item
    )
    assert Opinion.objects.get().words == "我家3号楼，打×××，别给别人"


def talk(**more: object) -> TalkOnTheSpot:
    given: dict[str, object] = {
        "title": "楼道灯",
        "note": "说好明天换",
        "party": "张桂兰",
        "began_at": CONVENED - timedelta(hours=1),
        "place": "3号楼前",
        **more,
    }
    return TalkOnTheSpot(**given)  # type: ignore[arg-type]


def test_a_talk_is_written_down_when_it_is_over(world: World, council: Council) -> None:
    member = members_of(council)[0]
    meeting = record_talk(
        council, actor=world.grid_worker, now=CONVENED, talk=talk(members=(member,))
    )
    assert (meeting.kind, meeting.state) == (MeetingKind.INSTANT, MeetingState.CLOSED)
    assert [item.note for item in items_of(meeting)] == ["说好明天换"]
    assert {line.call_name for line in Roll.objects.filter(meeting=meeting)} == {
        "王晓燕",
        "何平",
        "张桂兰",
    }
    assert not Notice.objects.exists()


def test_a_talk_about_a_matter_is_with_whoever_raised_it(world: World, council: Council) -> None:
    issue = hard(world, MatterClass.SMALL)
    began_at, now = CONVENED + timedelta(minutes=10), CONVENED + timedelta(hours=1)
    about = talk(title="", party="", reference=issue.reference, began_at=began_at)
    meeting = record_talk(council, actor=world.grid_worker, now=now, talk=about)
    assert Roll.objects.get(meeting=meeting, standing="party").person == world.resident
    held = issue.deliberations.get()
    # It needs no quorum, so none is said to be missing.
    assert (held.sitting, held.head_count, held.quorate) == (meeting.uid, 2, None)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"began_at": CONVENED + timedelta(minutes=1)}, "began_at"),
        ({"began_at": CONVENED - timedelta(days=40)}, "began_at"),
        ({"minutes": 0}, "minutes"),
        ({"note": ""}, "note"),
        ({"title": ""}, "title"),
        ({"party": ""}, "party"),
        ({"party": "长" * 61}, "party"),
        ({"reference": "ZJD-2026-9999"}, "matter"),
    ],
)
def test_a_talk_that_cannot_be_is_refused(
    world: World, council: Council, more: dict[str, object], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        record_talk(council, actor=world.grid_worker, now=CONVENED, talk=talk(**more))
    assert refused.value.field == field
    assert not Meeting.objects.exists()


def test_who_may_not_write_a_talk_down(world: World, council: Council) -> None:
    for actor in (world.resident, world.other_grid_worker, world.stranger):
        with pytest.raises(NotYours):
            record_talk(council, actor=actor, now=CONVENED, talk=talk())
    record_talk(council, actor=members_of(council)[0], now=CONVENED, talk=talk())
