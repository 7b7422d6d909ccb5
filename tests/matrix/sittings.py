"""Sittings of the first grid's council, as the test that asks for them needs them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from council.actions.agenda.put_on import put_on
from council.actions.agenda.start_item import start_item
from council.actions.floor.ask import ask
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.convene import convene
from council.actions.meetings.open import open_sitting
from council.actions.motions.move import move
from council.actions.presence.arrive import arrive
from council.actions.votes.open_vote import open_vote
from council.enums.meetings import MeetingState
from council.enums.votes import Majority, VoteBase, VoteWay
from council.inputs import Ballot, Sent, SittingPlan
from council.models import AgendaItem, Meeting, Roll
from council.order.majority import MajorityRule
from tests.matrix.councils import a_council, a_member
from tests.matrix.stage import Stage

RUNNING = "正在开的会"
TITLES = {MeetingState.DRAFT: "还没召集的会", MeetingState.CALLED: "召集了的会"}


def a_sitting(stage: Stage, state: MeetingState) -> Meeting:
    """In a week and more, chaired by the grid's head, written down by its worker."""
    title = TITLES[state]
    found = Meeting.objects.filter(title=title).first()
    if found is not None:
        return found
    world, now = stage.world, timezone.now()
    plan = SittingPlan(
        title=title,
        starts_at=_at(now),
        ends_at=_at(now) + timedelta(hours=1),
        place="大槐树下",
        chair=world.grid_head,
        recorder=world.grid_worker,
    )
    meeting = convene(a_council(stage), actor=world.grid_head, now=now, plan=plan)
    put_on(meeting, actor=world.grid_head, now=now, title="楼道灯")
    if state == MeetingState.CALLED:
        call_meeting(meeting, actor=world.grid_head, now=now, reason="急")
    return meeting


def _at(now: datetime) -> datetime:
    return (now + timedelta(days=10)).replace(minute=0, second=0, microsecond=0)


def a_running_sitting(stage: Stage) -> Meeting:
    """Open, with its first item on, somebody speaking and a vote by name."""
    found = Meeting.objects.filter(title=RUNNING).first()
    if found is not None:
        return found
    world, now = stage.world, timezone.now()
    given: dict[str, Any] = {"actor": world.grid_head, "now": now}
    plan = SittingPlan(
        title=RUNNING,
        starts_at=now + timedelta(minutes=10),
        ends_at=now + timedelta(hours=2),
        place="大槐树下",
        chair=world.grid_head,
        recorder=world.grid_worker,
    )
    a_member(stage)
    meeting = convene(a_council(stage), plan=plan, **given)
    put_on(meeting, title="楼道灯", **given)
    put_on(meeting, title="充电桩", **given)
    call_meeting(meeting, reason="急", **given)
    lines = list(Roll.objects.filter(meeting=meeting, standing="member"))
    for line in lines:
        arrive(meeting, sent=_sent(), roll=line.uid, **given)
    open_sitting(meeting, sent=_sent(), **given)
    start_item(meeting, sent=_sent(), **given)
    ask(meeting, sent=_sent(), uid=uuid4(), roll=lines[0].uid, **given)
    motion = uuid4()
    move(meeting, sent=_sent(), uid=motion, text="换三盏灯", **given)
    ballot = Ballot(way=VoteWay.NAMED, rule=MajorityRule(Majority.HALF, VoteBase.PRESENT))
    open_vote(meeting, sent=_sent(), uid=uuid4(), motion=motion, ballot=ballot, **given)
    return meeting


def _sent() -> Sent:
    return Sent(uid=uuid4(), device="tablet")


def an_item(meeting: Meeting) -> AgendaItem:
    return AgendaItem.objects.filter(meeting=meeting).order_by("position")[0]
