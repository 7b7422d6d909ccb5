"""Sittings for tests: a council with members, a called sitting with items, a table that runs.

Everything after the members goes through the actions, as on the pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from accounts.models import User
from clocks.hours import SHANGHAI
from council.actions.agenda.put_on import put_on
from council.actions.agenda.start_item import start_item
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.convene import convene
from council.actions.meetings.open import open_sitting
from council.actions.presence.arrive import arrive
from council.enums.members import SeatKind
from council.inputs import Sent, SittingPlan
from council.models import AgendaItem, Council, CouncilMember, Meeting, Roll, Seat
from tests.harness.remembering import remembered
from tests.world import World, person

# A Monday morning, and a Thursday afternoon: three working days of notice lie between.
CONVENED = datetime(2026, 11, 16, 9, 0, tzinfo=SHANGHAI)
BEGINS = datetime(2026, 11, 19, 15, 0, tzinfo=SHANGHAI)
LENGTH = timedelta(hours=2)
TERM = DateRange(date(2026, 1, 1), date(2029, 1, 1))
KINDS = tuple(SeatKind)
NAMES = [
    "何平",
    "赵雪",
    "周敏",
    "张桂兰",
    "钱进",
    "冯春",
    "郑丽",
    "韩梅",
    "魏东",
    "蒋英",
    "沈浩",
    "唐静",
]


@remembered
def a_council(world: World, *, members: int = 5, **fields: Any) -> Council:
    """The council of the first grid with so many members, of all kinds in turn."""
    council = Council.objects.create(body=world.grid, **fields)
    for kind in KINDS:
        Seat.objects.create(council=council, kind=kind, number=20)
    for at in range(members):
        name = NAMES[at] if at < len(NAMES) else f"第{at + 1}位成员"
        a_member(council, person(name), KINDS[at % len(KINDS)])
    return council


def a_member(
    council: Council,
    user: User,
    kind: SeatKind = SeatKind.RESIDENT,
    *,
    term: DateRange = TERM,
) -> CouncilMember:
    return CouncilMember.objects.create(council=council, person=user, kind=kind, term=term)


def members_of(council: Council) -> list[User]:
    rows = CouncilMember.objects.filter(council=council).order_by("pk").select_related("person")
    return [row.person for row in rows]


def a_plan(world: World, **more: Any) -> SittingPlan:
    """Two hours under the locust tree: the grid's head chairs, its worker writes."""
    starts_at = more.pop("starts_at", BEGINS)
    given: dict[str, Any] = {
        "title": "第一网格十一月议事会",
        "starts_at": starts_at,
        "ends_at": starts_at + LENGTH,
        "venue": world.venue,
        "chair": world.grid_head,
        "recorder": world.grid_worker,
        **more,
    }
    return SittingPlan(**given)


@remembered
def a_draft(
    world: World,
    council: Council,
    *,
    items: Sequence[str] = ("上次督办", "铁路涵洞积水"),
    now: datetime = CONVENED,
    **plan: Any,
) -> Meeting:
    """Convened by the grid's head, with items that are titles or numbers of matters."""
    meeting = convene(council, actor=world.grid_head, now=now, plan=a_plan(world, **plan))
    for item in items:
        is_number = item[:1].isascii() and "-" in item
        reference, title = (item, "") if is_number else ("", item)
        put_on(meeting, actor=world.grid_head, now=now, reference=reference, title=title)
    return fresh(meeting)


@remembered
def a_called_sitting(
    world: World, council: Council | None = None, *, now: datetime = CONVENED, **more: Any
) -> Meeting:
    """A draft that is called at once, with a reason where that is too late."""
    draft = a_draft(world, council or a_council(world), now=now, **more)
    return fresh(call_meeting(draft, actor=world.grid_head, now=now, reason="急事"))


@remembered
def at_the_table(
    world: World,
    meeting: Meeting | None = None,
    *,
    present: int | None = None,
    starts_item: bool = True,
    device: str = "tablet",
    now: datetime = BEGINS,
) -> Meeting:
    """Opened by the chair with so many members there (all by default), the first item on."""
    meeting = meeting or a_called_sitting(world)
    chair = meeting.chair
    assert chair is not None
    for line in roll_of(meeting)[:present]:
        arrive(meeting, actor=chair, now=now, sent=sent(device), roll=line.uid)
    open_sitting(meeting, actor=chair, now=now, sent=sent(device))
    if starts_item:
        start_item(meeting, actor=chair, now=now, sent=sent(device))
    return fresh(meeting)


def a_sitting_now(world: World, council: Council | None = None, **more: Any) -> Meeting:
    """Called yesterday for in ten minutes, and at the table already, for pages that ask the day."""
    now = timezone.now()
    given: dict[str, Any] = {"starts_at": now + timedelta(minutes=10), **more}
    called = a_called_sitting(world, council, now=now - timedelta(days=1), **given)
    return at_the_table(world, called, now=now)


def roll_of(meeting: Meeting) -> list[Roll]:
    """The members' lines, in order."""
    rows = Roll.objects.filter(meeting=meeting, standing="member").order_by("position", "pk")
    return list(rows.select_related("person"))


def items_of(meeting: Meeting) -> list[AgendaItem]:
    return list(AgendaItem.objects.filter(meeting=meeting).order_by("position"))


def sent(device: str = "tablet", **more: Any) -> Sent:
    """A command of its own each time."""
    return Sent(uid=uuid4(), device=device, **more)


def fresh(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_related("council__body__parent", "chair", "recorder").get(
        pk=meeting.pk
    )
