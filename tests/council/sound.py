"""A town whose councils have done a little of everything, and nothing of it is broken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from council.actions.agenda.end_item import end_item
from council.actions.decisions.adopt import adopt
from council.actions.meetings.close import close
from council.actions.meetings.record_talk import record_talk
from council.actions.minutes.finish import finish
from council.actions.minutes.publish import publish
from council.actions.minutes.sign import sign
from council.actions.pledges.accept import accept
from council.actions.pledges.ask import ask_pledge
from council.actions.presence.walk_in import walk_in
from council.enums.decisions import Effect
from council.inputs import AskedPledge, ItemDecision, TalkOnTheSpot
from council.models import Council, Meeting, Pledge, Roll
from council.queries.minutes import minutes_for
from council.queries.pledges import due_at
from council.queries.viewer import viewer_of
from grids.queries.standing import standing_of
from issues.models import Issue
from tests.council.sittings import (
    BEGINS,
    a_called_sitting,
    a_council,
    at_the_table,
    fresh,
    items_of,
    roll_of,
    sent,
)
from tests.council.table.doing import do, moved, vote_on
from tests.issues.sitting import hard, major
from tests.world import World

DAY = timedelta(days=1)
# While the second sitting runs, and the third is to come.
NOW = BEGINS + DAY + timedelta(minutes=20)
SAID = "请住建办在年底前换管"


@dataclass(frozen=True)
class Sound:
    """Of the held sitting the minutes are published; the running one has a vote by name open."""

    world: World
    council: Council
    held: Meeting
    running: Meeting
    coming: Meeting
    talk: Meeting
    major: Issue


def sound(world: World) -> Sound:
    issue, council = hard(world), a_council(world)
    held = _held(world, council, issue)
    called = a_called_sitting(world, council, starts_at=BEGINS + DAY)
    running = at_the_table(world, called, now=BEGINS + DAY)
    _two_votes(running)
    return Sound(
        world=world,
        council=council,
        held=held,
        running=fresh(running),
        coming=a_called_sitting(world, council, starts_at=BEGINS + 5 * DAY),
        talk=_talk(world, council),
        major=major(world),
    )


def _held(world: World, council: Council, issue: Issue) -> Meeting:
    """Two rounds, the first of them void; a promise, and one that nobody has answered yet."""
    called = a_called_sitting(world, council, items=[issue.reference, "快递柜"])
    meeting = at_the_table(world, called)
    given: dict[str, Any] = {"actor": world.grid_head, "now": BEGINS}
    walk_in(meeting, **given, sent=sent(), uid=uuid4(), name="路过的王五")
    _speaks(meeting)
    motion = moved(meeting, SAID)
    void = vote_on(meeting, motion)
    do(meeting, "void_vote", vote=void.uid, reason="数错了")
    vote = vote_on(meeting, motion, way="named")
    for line, choice in zip(roll_of(meeting), ("yes", "yes", "yes", "no", "abstain"), strict=True):
        do(meeting, "cast_named", vote=vote.uid, choice=choice, roll=line.uid)
    do(meeting, "close_vote", vote=vote.uid)
    do(meeting, "announce", vote=vote.uid)
    item = items_of(meeting)[0].uid
    decision = ItemDecision(effect=Effect.TO_DELIVER)
    adopt(meeting, **given, sent=sent(), uid=uuid4(), item=item, decision=decision)
    promised = _asked(meeting, item, world.housing.code, given)
    _asked(meeting, item, world.property_company.code, given)
    end_item(meeting, **given, sent=sent())
    close(meeting, actor=world.grid_head, now=BEGINS + timedelta(hours=1), sent=sent())
    late = due_at(promised).isoformat()
    accept(promised, actor=world.clerk, now=BEGINS + timedelta(hours=2), assent=late)
    _published(world, fresh(meeting))
    return fresh(meeting)


def _speaks(meeting: Meeting) -> None:
    speech = uuid4()
    do(meeting, "ask_floor", uid=speech, roll=roll_of(meeting)[1].uid)
    do(meeting, "give_floor", speech=speech)
    do(meeting, "end_speech", speech=speech)


def _asked(meeting: Meeting, item: UUID, body: str, given: dict[str, Any]) -> Pledge:
    uid, due = uuid4(), BEGINS.date() + timedelta(days=30)
    asked = AskedPledge(text="换一段主管", due_on=due, body=body)
    ask_pledge(meeting, **given, sent=sent(), uid=uid, item=item, asked=asked)
    return Pledge.objects.get(uid=uid)


def _published(world: World, meeting: Meeting) -> None:
    later = BEGINS + timedelta(hours=3)
    finish(meeting, actor=world.grid_worker, now=later)
    for person in (world.grid_worker, world.grid_head):
        viewer = viewer_of(standing_of(person, now=later), now=later)
        minutes = minutes_for(meeting.uid, viewer, now=later)
        assert minutes is not None
        assert minutes.newest is not None
        sign(meeting, actor=person, now=later, digest=minutes.digest_of(minutes.newest))
    publish(meeting, actor=world.grid_worker, now=later)


def _two_votes(meeting: Meeting) -> None:
    """One is open; somebody who walked in may not vote in it."""
    at: dict[str, Any] = {"now": BEGINS + DAY}
    do(meeting, "walk_in", uid=uuid4(), name="李四", **at)
    vote = vote_on(meeting, moved(meeting, "冬天关楼道门", **at), way="named", **at)
    voter = Roll.objects.filter(meeting=meeting, standing="member").first()
    assert voter is not None
    do(meeting, "cast_named", vote=vote.uid, choice="yes", roll=voter.uid, **at)


def _talk(world: World, council: Council) -> Meeting:
    talk = TalkOnTheSpot(
        title="门口的积水",
        note="说好明天来掏",
        party="几位邻居",
        began_at=BEGINS - DAY,
        minutes=20,
        place="楼门口",
    )
    return record_talk(council, actor=world.grid_worker, now=BEGINS, talk=talk)
