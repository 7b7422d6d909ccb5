"""What is decided at a sitting happens to its matter, in the same step."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from acting.refusals import Refused
from council.actions.decisions.adopt import adopt
from council.actions.motions.move import move
from council.actions.pledges.accept import accept
from council.actions.pledges.ask import ask_pledge
from council.actions.pledges.decline import decline
from council.actions.pledges.expire import expire_pledges
from council.actions.presence.leave import leave
from council.actions.votes.announce import announce
from council.actions.votes.count_hands import count_hands
from council.actions.votes.open_vote import open_vote
from council.enums.decisions import Effect, PledgeState
from council.enums.screens import Audience
from council.enums.votes import Majority, VoteBase, VoteWay
from council.inputs import AskedPledge, Ballot, ItemDecision
from council.models import Meeting, Pledge
from council.order.majority import Count, MajorityRule
from council.presentation.screens import parts_of
from council.presentation.screens.parts import filled
from council.presentation.screens.table import table_context
from council.queries.pledges import due_at
from council.queries.subjects import pledge_subject
from council.queries.viewer import viewer_of
from council.refusals import NotYours
from grids.queries.standing import standing_of
from issues.enums.activity import CouncilAsks
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.models import Deliberation, Issue
from ledger.queries.timeline import timeline
from notifications.models import Notice
from tests.council.sittings import BEGINS, a_called_sitting, at_the_table, items_of, roll_of, sent
from tests.council.table.doing import state
from tests.issues.actions.doing import at_grid
from tests.issues.actions.sweeping import fresh as fresh_issue
from tests.issues.sitting import hard
from tests.issues.states.trying import facts_now
from tests.world import World

SAID = "请住建办在年底前换管"


@pytest.fixture
def issue(world: World) -> Issue:
    return hard(world)


@pytest.fixture
def meeting(world: World, issue: Issue) -> Meeting:
    return at_the_table(world, a_called_sitting(world, items=[issue.reference]))


def voted(meeting: Meeting, count: Count) -> None:
    given = {"actor": meeting.recorder, "now": BEGINS}
    motion, vote, roll = uuid4(), uuid4(), roll_of(meeting)
    move(meeting, **given, sent=sent(), uid=motion, text=SAID)  # type: ignore[arg-type]
    ballot = Ballot(
        way=VoteWay.HANDS,
        rule=MajorityRule(Majority.HALF, VoteBase.PRESENT),
        tellers=(roll[0].uid, roll[1].uid),
    )
    open_vote(meeting, **given, sent=sent(), uid=vote, motion=motion, ballot=ballot)  # type: ignore[arg-type]
    count_hands(meeting, **given, sent=sent(), vote=vote, count=count)  # type: ignore[arg-type]
    announce(meeting, **given, sent=sent(), vote=vote)  # type: ignore[arg-type]


def decided(meeting: Meeting, effect: Effect, **more: object) -> UUID:
    item = items_of(meeting)[0].uid
    adopt(
        meeting,
        actor=meeting.recorder,  # type: ignore[arg-type]
        now=BEGINS,
        sent=sent(),
        uid=uuid4(),
        item=item,
        decision=ItemDecision(effect=effect, **more),  # type: ignore[arg-type]
    )
    return item


def asked(meeting: Meeting, item: UUID, body: str) -> Pledge:
    ask_pledge(
        meeting,
        actor=meeting.recorder,  # type: ignore[arg-type]
        now=BEGINS,
        sent=sent(),
        uid=uuid4(),
        item=item,
        asked=AskedPledge(text="换一段主管", due_on=BEGINS.date() + timedelta(days=30), body=body),
    )
    return Pledge.objects.get()


def test_the_matter_has_the_talk_with_its_sitting_and_heads_and_no_names(
    meeting: Meeting, issue: Issue
) -> None:
    voted(meeting, Count(4, 1, 0))
    decided(meeting, Effect.TO_DELIVER, minority="一户不同意开挖")
    talk = Deliberation.objects.get(issue=issue)
    assert talk.sitting == meeting.uid
    assert talk.resolved is True
    assert talk.quorate is True
    assert (talk.agreed, talk.dissent, talk.head_count) == (SAID, "一户不同意开挖", 5)
    assert talk.participants == ""


def test_what_shall_go_up_is_asked_of_whoever_has_the_matter(
    meeting: Meeting, issue: Issue
) -> None:
    voted(meeting, Count(4, 1, 0))
    decided(meeting, Effect.PUSH_UP)
    assert Deliberation.objects.get(issue=issue).asks == CouncilAsks.PUSH_UP


def test_what_was_rejected_is_not_carried_out(meeting: Meeting, issue: Issue) -> None:
    voted(meeting, Count(2, 3, 0))
    with pytest.raises(Refused):
        decided(meeting, Effect.TO_DELIVER)
    decided(meeting, Effect.NONE)
    assert Deliberation.objects.get(issue=issue).resolved is False


@pytest.mark.parametrize("count", [Count(2, 3, 0), Count(4, 1, 0)])
@pytest.mark.parametrize("about_a_matter", [True, False])
def test_the_sheet_offers_just_the_effects_that_are_taken(
    world: World, issue: Issue, count: Count, about_a_matter: bool
) -> None:
    """An item that is only a title has nothing that could go to the level above."""
    items = [issue.reference] if about_a_matter else ["夏季消防检查"]
    meeting = at_the_table(world, a_called_sitting(world, items=items))
    voted(meeting, count)
    taken, later = set(), BEGINS.date() + timedelta(days=30)
    for effect in Effect:
        # Each is tried and taken back.
        with suppress(Refused), transaction.atomic():
            decided(meeting, effect, postponed_to=later)
            taken.add(effect.value)
            transaction.set_rollback(True)
    offered = table_context(state(meeting), Audience.TABLE)["item"]["effects"]
    assert {value for value, _label in offered} == taken
    assert (Effect.PUSH_UP in taken) == about_a_matter


def test_before_a_vote_the_table_says_how_many_are_enough_of_those_here(meeting: Meeting) -> None:
    given = {"actor": meeting.recorder, "now": BEGINS}
    move(meeting, **given, sent=sent(), uid=uuid4(), text=SAID)  # type: ignore[arg-type]
    here = len(roll_of(meeting))
    assert here == 5
    said = "Of those here 5 may vote now. Counted of them, more than half is 3, two thirds is 4."
    assert said in opening_of(meeting)
    leave(meeting, **given, sent=sent(), roll=roll_of(meeting)[0].uid)  # type: ignore[arg-type]
    assert "Of those here 4 may vote now." in opening_of(meeting)


def opening_of(meeting: Meeting) -> str:
    """The sheet by which a vote is opened, where it stands on the page."""
    parts = filled(parts_of(state(meeting), Audience.TABLE, now=BEGINS))
    found = [part for part in parts.values() if 'id="open-vote"' in part]
    return found[0]


def ways(meeting: Meeting) -> set[str]:
    offered = table_context(state(meeting), Audience.TABLE)["acts"]["ways"]
    return {value for value, _label in offered}


def test_a_secret_vote_is_offered_only_where_it_stays_secret(meeting: Meeting) -> None:
    assert ways(meeting) == set(VoteWay)
    given = {"actor": meeting.recorder, "now": BEGINS}
    for line in roll_of(meeting)[2:]:
        leave(meeting, **given, sent=sent(), roll=line.uid)  # type: ignore[arg-type]
    assert ways(meeting) == set(VoteWay) - {VoteWay.SECRET}


def test_what_a_family_agrees_on_without_a_vote_binds_as_well(
    world: World, meeting: Meeting, issue: Issue
) -> None:
    pledge = asked(meeting, decided(meeting, Effect.PUSH_UP, text=SAID), world.housing.code)
    talk = Deliberation.objects.get(issue=issue)
    assert (talk.resolved, talk.asks) == (True, CouncilAsks.PUSH_UP)
    accept(pledge, actor=world.clerk, now=BEGINS, assent=due_at(pledge).isoformat())
    pledge.refresh_from_db()
    assert pledge.state == PledgeState.ACCEPTED


def test_a_small_matter_settled_by_a_family_talk_asks_the_resident(world: World) -> None:
    matter = at_grid(world, MatterClass.SMALL)
    meeting = at_the_table(world, a_called_sitting(world, items=[matter.reference]))
    decided(meeting, Effect.SETTLED, text=SAID)
    told = facts_now(matter)
    assert told.asked == CouncilAsks.SETTLE or told.stage == Stage.CONFIRM


@pytest.mark.parametrize("effect", [Effect.POSTPONE, Effect.NONE])
def test_what_is_put_off_or_only_noted_is_no_resolution(
    meeting: Meeting, issue: Issue, effect: Effect
) -> None:
    voted(meeting, Count(4, 1, 0))
    day = BEGINS.date() + timedelta(days=9) if effect == Effect.POSTPONE else None
    decided(meeting, effect, postponed_to=day)
    assert Deliberation.objects.get(issue=issue).resolved is None
    assert facts_now(issue).resolutions == 0


def test_a_major_matter_is_not_decided_without_a_vote(world: World) -> None:
    matter = at_grid(world, MatterClass.MAJOR)
    meeting = at_the_table(world, a_called_sitting(world, items=[matter.reference]))
    with pytest.raises(Refused):
        decided(meeting, Effect.TO_DELIVER, text=SAID)


def test_a_major_matter_is_not_decided_by_a_vote_that_lost_its_quorum(world: World) -> None:
    matter = at_grid(world, MatterClass.MAJOR)
    meeting = at_the_table(world, a_called_sitting(world, items=[matter.reference]))
    given: dict[str, Any] = {"actor": meeting.recorder, "now": BEGINS}
    motion, vote, roll = uuid4(), uuid4(), roll_of(meeting)
    move(meeting, **given, sent=sent(), uid=motion, text=SAID)
    ballot = Ballot(
        way=VoteWay.HANDS,
        rule=MajorityRule(Majority.HALF, VoteBase.PRESENT),
        tellers=(roll[0].uid, roll[1].uid),
    )
    open_vote(meeting, **given, sent=sent(), uid=vote, motion=motion, ballot=ballot)
    for line in roll[2:]:
        leave(meeting, **given, sent=sent(), roll=line.uid)
    count_hands(meeting, **given, sent=sent(), vote=vote, count=Count(5, 0, 0))
    announce(meeting, **given, sent=sent(), vote=vote)
    with pytest.raises(Refused) as refused:
        decided(meeting, Effect.TO_DELIVER)
    assert refused.value.field == "effect"


def test_a_body_promises_by_its_own_hand(world: World, meeting: Meeting, issue: Issue) -> None:
    voted(meeting, Count(5, 0, 0))
    pledge = asked(meeting, decided(meeting, Effect.TO_DELIVER), world.housing.code)
    with pytest.raises(NotYours):
        accept(pledge, actor=world.grid_head, now=BEGINS)
    accept(pledge, actor=world.clerk, now=BEGINS, assent=due_at(pledge).isoformat())
    pledge.refresh_from_db()
    assert pledge.state == PledgeState.ACCEPTED
    assert pledge.commitment is not None
    assert pledge.commitment.body == world.housing
    assert fresh_issue(issue).version > issue.version


def test_what_is_declined_or_not_answered_is_told_above(world: World, meeting: Meeting) -> None:
    voted(meeting, Count(5, 0, 0))
    pledge = asked(meeting, decided(meeting, Effect.TO_DELIVER), world.housing.code)
    assert expire_pledges(now=pledge.answer_by - timedelta(seconds=1)) == 0
    assert expire_pledges(now=pledge.answer_by) == 1
    assert expire_pledges(now=pledge.answer_by) == 0
    assert Notice.objects.filter(kind="council.pledge_expired").exists()
    decline(pledge, actor=world.clerk, now=pledge.answer_by, reason="管线属于水务局")
    pledge.refresh_from_db()
    assert pledge.state == PledgeState.DECLINED
    assert Notice.objects.filter(kind="council.pledge_declined").exists()
    # Who had its page open meanwhile reads there what became of it.
    subject = pledge_subject(
        pledge.uid, viewer_of(standing_of(world.clerk, now=BEGINS), now=BEGINS), now=BEGINS
    )
    assert subject is not None
    assert timeline(subject.stream)[-1].kind == "council.pledge_declined"
