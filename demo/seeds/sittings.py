"""The sittings of the demo: some that were held, one to come, and one about to begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID, uuid5

from django.utils import timezone

from accounts.models import User
from clocks.hours import SHANGHAI
from clocks.queries.calendar import current_calendar
from council.actions.agenda.end_item import end_item
from council.actions.agenda.note_item import note_item
from council.actions.agenda.put_on import put_on
from council.actions.agenda.say_opinion import say_opinion
from council.actions.agenda.start_item import start_item
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.cancel import cancel
from council.actions.meetings.close import close
from council.actions.meetings.convene import convene
from council.actions.meetings.open import open_sitting
from council.actions.meetings.record_talk import record_talk
from council.actions.presence.arrive import arrive
from council.enums.agenda import Stance
from council.inputs import Sent, SittingPlan, TalkOnTheSpot
from council.models import AgendaItem, Council, Meeting, Roll
from demo.seeds.minutes import publish_minutes, write_minutes
from demo.seeds.people import People
from grids.enums import Role
from grids.models import Venue
from issues.enums import MatterClass
from issues.models import Issue

GRID, COMMUNITY = "ZJD-1", "ZJD"
AFTERNOON = time(15, 0)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
LENGTH = timedelta(minutes=90)
TABLET = "demo-tablet"
# What a device would make: the same each time the demo is laid.
DEVICE = UUID("7d0c6a8e-0000-4000-8000-000000000000")


@dataclass(frozen=True, slots=True)
class Held:
    """So many days ago; its items with what was said, and how many members were there."""

    ago: int
    title: str
    items: tuple[tuple[str, str], ...]
    there: int


HELD = (
    Held(
        53,
        "九月例会：楼道杂物和夜间停车",
        (
            ("楼道杂物怎么清", "先贴通知，一周后大家一起清；老人家里的请网格员上门帮忙。"),
            ("夜间消防通道停车", "画线、装牌；物业每晚九点巡一次。"),
        ),
        5,
    ),
    Held(
        25,
        "十月例会：充电桩装在哪里",
        (
            ("上次说的办得怎么样", "楼道清了四个单元，还差一个。"),
            ("充电桩装在哪里", "多数人赞成装在南门车棚；一户担心噪音，安装前再去看一次。"),
        ),
        4,
    ),
)


def hold_sittings(people: People, *, now: datetime) -> None:
    """After the stories: what is on an agenda has to be there first."""
    council = Council.objects.get(body__code=GRID)
    for number, one in enumerate(HELD):
        _hold(council, people, one, number=number, now=now)
    _talk(council, people, now=now)
    _cancelled(council, people, now=now)
    _to_come(people, now=now)
    _about_to_begin(council, people, now=now)


def _plan(
    people: People, title: str, starts_at: datetime, *, length: timedelta = LENGTH
) -> SittingPlan:
    return SittingPlan(
        title=title,
        starts_at=starts_at,
        ends_at=starts_at + length,
        venue=Venue.objects.filter(grid__code=GRID).order_by("pk").first(),
        chair=people.hand(GRID, Role.GRID_HEAD),
        recorder=people.hand(GRID, Role.GRID_WORKER),
    )


def _sent(number: int, step: str) -> Sent:
    return Sent(uid=uuid5(DEVICE, f"{number}/{step}"), device=TABLET)


def _hold(council: Council, people: People, one: Held, *, number: int, now: datetime) -> None:
    """Called a week before, opened on time, every item talked over, closed."""
    begins = _afternoon(now - one.ago * DAY)
    head = people.hand(GRID, Role.GRID_HEAD)
    called = begins - 9 * DAY
    meeting = convene(council, actor=head, now=called, plan=_plan(people, one.title, begins))
    for title, _said in one.items:
        put_on(meeting, actor=head, now=called, title=title)
    call_meeting(meeting, actor=head, now=called)
    for at, line in enumerate(_members(meeting)[: one.there]):
        sent = _sent(number, f"arrive {at}")
        arrive(meeting, actor=head, now=begins - 5 * MINUTE, sent=sent, roll=line.uid)
    open_sitting(meeting, actor=head, now=begins, sent=_sent(number, "open"))
    items = AgendaItem.objects.filter(meeting=meeting).order_by("position")
    for at, (_item, (_title, said)) in enumerate(zip(items, one.items, strict=True)):
        moment = begins + at * 30 * MINUTE + MINUTE
        start_item(meeting, actor=head, now=moment, sent=_sent(number, f"start {at}"))
        note_item(meeting, actor=head, now=moment, sent=_sent(number, f"note {at}"), note=said)
        end = moment + 25 * MINUTE
        end_item(meeting, actor=head, now=end, sent=_sent(number, f"end {at}"))
    end = begins + 70 * MINUTE
    close(meeting, actor=head, now=end, sent=_sent(number, "close"))
    recorder, later = people.hand(GRID, Role.GRID_WORKER), end + 15 * MINUTE
    if one is HELD[-1]:
        write_minutes(meeting, recorder=recorder, now=later)
    else:
        publish_minutes(meeting, chair=head, recorder=recorder, now=later)


def _talk(council: Council, people: People, *, now: datetime) -> None:
    talk = TalkOnTheSpot(
        title="三单元门口的积水",
        note="一起看了现场，是雨水口堵了；说好明天物业来掏，网格员拍照给大家看。",
        party="三单元的几位邻居",
        began_at=now - 6 * DAY,
        minutes=20,
        place="3号楼三单元门口",
    )
    worker = people.hand(GRID, Role.GRID_WORKER)
    record_talk(council, actor=worker, now=now - 6 * DAY + 30 * MINUTE, talk=talk)


def _cancelled(council: Council, people: People, *, now: datetime) -> None:
    head = people.hand(GRID, Role.GRID_HEAD)
    begins, called = _afternoon(now - 10 * DAY), now - 16 * DAY
    plan = _plan(people, "看看南门车棚的位置", begins)
    meeting = convene(council, actor=head, now=called, plan=plan)
    put_on(meeting, actor=head, now=called, title="车棚位置现场看一看")
    call_meeting(meeting, actor=head, now=called)
    reason = "那天下大雨，改到下次例会一起说。"
    cancel(meeting, actor=head, now=begins - DAY, reason=reason)


def _to_come(people: People, *, now: datetime) -> None:
    """Of the community, in two weeks: a draft of which the agenda proposes itself."""
    lead = people.hand(COMMUNITY, Role.LEAD)
    council = Council.objects.get(body__code=COMMUNITY)
    plan = SittingPlan(
        title="社区议事会：大事商量着办",
        starts_at=_afternoon(now + 14 * DAY),
        ends_at=_afternoon(now + 14 * DAY) + LENGTH,
        venue=Venue.objects.filter(grid__code=GRID).order_by("pk").first(),
        chair=lead,
        recorder=people.hand(COMMUNITY, Role.STAFF),
    )
    convene(council, actor=lead, now=now - DAY, plan=plan)


def _about_to_begin(council: Council, people: People, *, now: datetime) -> None:
    """What a newcomer can run alone, as the head of the grid, on the tablet."""
    head = people.hand(GRID, Role.GRID_HEAD)
    called = now - 9 * DAY
    title = "十一月例会：大家的事大家商量"
    begins = _soon(now)
    meeting = convene(council, actor=head, now=called, plan=_plan(people, title, begins))
    put_on(meeting, actor=head, now=called, title="上次说的办得怎么样", minutes=5)
    for issue in _matters(council, head):
        put_on(meeting, actor=head, now=called, reference=issue.reference, minutes=15)
    put_on(meeting, actor=head, now=called, title="冬天楼道的门要不要关", minutes=10)
    call_meeting(meeting, actor=head, now=called, reason="例会日期早已公布")
    _opinions(meeting, people, now=now)


def _matters(council: Council, chair: User) -> list[Issue]:
    """Two that are open and public here; what needs talk most comes first."""
    rows = Issue.objects.open().public().filter(grid=council.body, category__private=False)
    found = rows.exclude(reporter=chair).order_by("-raised_at", "pk")
    ranks: dict[str, int] = {MatterClass.HARD: 0, MatterClass.MAJOR: 1}
    return sorted(found, key=lambda row: ranks.get(row.matter_class, 2))[:2]


def _opinions(meeting: Meeting, people: People, *, now: datetime) -> None:
    last = AgendaItem.objects.filter(meeting=meeting).order_by("-position").first()
    assert last is not None
    said = (
        ("王秀荣", Stance.FOR, "风太大，老人受不了。"),
        ("刘德厚", Stance.AGAINST, "关上了送菜的进不来。"),
    )
    for name, stance, words in said:
        actor = people.named[name]
        at = now - DAY
        say_opinion(meeting, actor=actor, now=at, item=last.uid, stance=stance, words=words)


def _members(meeting: Meeting) -> list[Roll]:
    return list(Roll.objects.filter(meeting=meeting, standing="member").order_by("position"))


def _afternoon(moment: datetime) -> datetime:
    """Three o'clock on that day, or on the working day before it."""
    day, calendar = timezone.localdate(moment), current_calendar()
    while not calendar.is_working(day):
        day -= DAY
    return datetime.combine(day, AFTERNOON, SHANGHAI)


def _soon(now: datetime) -> datetime:
    """The next full five minutes that are not too near."""
    later = now + 20 * MINUTE
    return (
        later
        - timedelta(minutes=later.minute % 5, seconds=later.second)
        - timedelta(microseconds=later.microsecond)
    )
