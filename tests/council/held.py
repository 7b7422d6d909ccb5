"""A sitting that was held: three members, one resident who walked in, two items, two votes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import User
from council.casework.first_draft import write_draft
from council.enums.agenda import ItemReason, ItemState
from council.enums.decisions import Effect, PledgeState
from council.enums.floor import Side
from council.enums.meetings import Apology, Arrival, Manner, MeetingKind, MeetingState, RollStanding
from council.enums.members import SeatKind
from council.enums.motions import MotionState
from council.enums.table import TableAct
from council.enums.votes import Choice, Majority, VoteBase, VoteState, VoteWay
from council.models import (
    AgendaItem,
    Command,
    Council,
    CouncilMember,
    Meeting,
    MinutesVersion,
    Motion,
    NamedBallot,
    Pledge,
    Presence,
    Recusal,
    Resolution,
    Roll,
    Speech,
    Vote,
)
from council.queries.state import state_of_meeting
from issues.models import Issue
from tests.council.conftest import NOW
from tests.world import World

END = NOW + timedelta(minutes=45)
AFTER = NOW + timedelta(hours=1)
WALKED_IN = "路过的王五"


def at(minute: int) -> datetime:
    return NOW + timedelta(minutes=minute)


def members_of(world: World) -> list[User]:
    return [world.resident, world.neighbour, world.mediator]


def a_meeting(world: World, council: Council, **more: Any) -> Meeting:
    """Called for NOW, in the courtyard."""
    given: dict[str, Any] = {
        "council": council,
        "kind": MeetingKind.PLANNED,
        "manner": Manner.FAMILY,
        "state": MeetingState.CALLED,
        "title": "三号楼前议事亭",
        "starts_at": NOW,
        "ends_at": END,
        "venue": world.venue,
        "place": "三号楼前",
        "convened_by": world.grid_head,
        "convener": world.grid,
        "chair": world.grid_head,
        "recorder": world.grid_worker,
        "called_at": NOW - timedelta(days=3),
        "calls": 1,
        "code": "7K3M9P",
        **more,
    }
    return Meeting.objects.create(**given)


def seat(world: World, council: Council) -> None:
    kinds = (SeatKind.RESIDENT, SeatKind.RESIDENT, SeatKind.PARTY)
    for person, kind in zip(members_of(world), kinds, strict=True):
        CouncilMember.objects.get_or_create(
            council=council,
            person=person,
            defaults={"kind": kind, "term": DateRange(date(2026, 1, 1), date(2029, 1, 1))},
        )


def held(world: World, council: Council, *, about: Issue | None = None, **more: Any) -> Meeting:
    """Closed, with its minutes drafted; `about` is the matter of its first item."""
    seat(world, council)
    meeting = a_meeting(world, council, **more)
    meeting.state, meeting.opened_at, meeting.closed_at = MeetingState.CLOSED, NOW, END
    meeting.members_total, meeting.code, meeting.version = 3, "", 20
    meeting.save()
    _roll(world, council, meeting)
    _first_item(meeting, about)
    AgendaItem.objects.create(
        meeting=meeting,
        title="快递柜占道",
        why=ItemReason.BY_HAND,
        position=2,
        state=ItemState.POSTPONED,
        postponed_to=date(2026, 12, 17),
    )
    _log(world, meeting)
    write_draft(state_of_meeting(meeting, now=END), now=END)
    return meeting


def drafted(meeting: Meeting) -> MinutesVersion:
    version = MinutesVersion.objects.filter(meeting=meeting).order_by("number").last()
    assert version is not None
    return version


def line(meeting: Meeting, person: User) -> Roll:
    return Roll.objects.get(meeting=meeting, person=person)


def _roll(world: World, council: Council, meeting: Meeting) -> None:
    for position, (person, kind) in enumerate(
        zip(members_of(world), ("resident", "resident", "party"), strict=True)
    ):
        Roll.objects.create(
            meeting=meeting,
            person=person,
            council=council,
            kind=kind,
            standing=RollStanding.MEMBER,
            position=position,
        )
    guest = Roll.objects.create(
        meeting=meeting, name=WALKED_IN, standing=RollStanding.RESIDENT, position=9
    )
    Roll.objects.filter(meeting=meeting, person=world.mediator).update(apology=Apology.ILL)
    came = {line(meeting, world.resident): 0, line(meeting, world.neighbour): 3, guest: 5}
    for row, minute in came.items():
        Presence.objects.create(roll=row, came_at=at(minute), left_at=END, by=Arrival.TAP)


def _first_item(meeting: Meeting, issue: Issue | None) -> None:
    first, second, *_rest, guest = Roll.objects.filter(meeting=meeting).order_by("position")
    item = AgendaItem.objects.create(
        meeting=meeting,
        issue=issue,
        title="铁路涵洞积水 #strong[x] $x$",
        why=ItemReason.MAJOR,
        position=1,
        state=ItemState.DONE,
        began_at=at(5),
        ended_at=at(40),
        note="三十四户绕行。",
    )
    Recusal.objects.create(item=item, roll=second, reason="他家门口", at=at(6))
    for minute, who, side, note in (
        (10, first, Side.FOR, f"先抽水，{second.call_name}也看见了"),
        (15, guest, Side.AGAINST, "施工封路怎么办"),
    ):
        Speech.objects.create(
            meeting=meeting,
            item=item,
            roll=who,
            side=side,
            asked_at=at(minute),
            began_at=at(minute),
            ended_at=at(minute + 2),
            allowed=120,
            note=note,
        )
    motion = Motion.objects.create(
        item=item, text="请铁路部门改造", moved_by=first, state=MotionState.ADOPTED, at=at(20)
    )
    _votes(meeting, motion, first, second)
    _decision(item)


def _votes(meeting: Meeting, motion: Motion, first: Roll, second: Roll) -> None:
    given = {
        "meeting": meeting,
        "motion": motion,
        "majority": Majority.TWO_THIRDS,
        "base": VoteBase.PRESENT,
        "eligible": 2,
        "members": 3,
    }
    Vote.objects.create(
        **given, round=1, way=VoteWay.HANDS, state=VoteState.VOID, voided_because="数错了"
    )
    vote = Vote.objects.create(
        **given,
        round=2,
        way=VoteWay.NAMED,
        state=VoteState.ANNOUNCED,
        yes=2,
        no=0,
        abstain=0,
        invalid=0,
        base_number=2,
        adopted=True,
        quorate=False,
        teller_one=first,
        teller_two=second,
    )
    for row in (first, second):
        NamedBallot.objects.create(vote=vote, roll=row, choice=Choice.YES)


def _decision(item: AgendaItem) -> None:
    resolution = Resolution.objects.create(
        item=item,
        vote=Vote.objects.get(motion__item=item, round=2),
        text="由社区上报街道",
        adopted=True,
        quorate=True,
        effect=Effect.PUSH_UP,
        minority="先要方案",
        owners_note="动用维修资金由业主表决",
        at=at(35),
    )
    Pledge.objects.create(
        resolution=resolution,
        outside_name="物业服务中心",
        text="雨天值守抽水",
        due_on=date(2026, 12, 20),
        state=PledgeState.ASKED,
        asked_at=at(36),
        answer_by=at(9999),
    )


def _log(world: World, meeting: Meeting) -> None:
    acts = [
        (TableAct.OPEN, 0, False),
        (TableAct.ARRIVE, 0, False),
        (TableAct.ARRIVE, 2, True),
        (TableAct.START_ITEM, 5, False),
        (TableAct.PAUSE, 25, False),
        (TableAct.RESUME, 27, False),
        (TableAct.CLOSE, 45, False),
    ]
    first = AgendaItem.objects.get(meeting=meeting, position=1)
    for seq, (kind, minute, undone) in enumerate(acts, start=2):
        Command.objects.create(
            uid=uuid4(),
            meeting=meeting,
            seq=seq,
            kind=kind,
            actor=world.grid_worker,
            happened_at=at(minute),
            received_at=at(minute),
            undone=undone,
            parameters={"item": str(first.uid)} if kind == TableAct.START_ITEM else {},
        )
