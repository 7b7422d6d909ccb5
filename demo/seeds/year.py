"""What the councils of the demo do without a sitting: venues booked, contacts, a call for ideas."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.utils import timezone

from clocks.hours import SHANGHAI
from council.actions.calls.choose_idea import choose_idea
from council.actions.calls.open_call import NewCall, open_call
from council.actions.calls.take_idea import ForCall
from council.actions.contacts.plan_month import plan_month
from council.actions.contacts.write_contact import NewContact, write_contact
from council.actions.venues.book import book
from council.enums.contacts import ContactWay
from council.models import Call, Council, CouncilMember
from council.order.contacts import month_of
from demo.seeds.people import SeededPeople
from demo.seeds.places import SeededPlaces
from grids.enums import Role
from grids.queries.where import building_of
from issues.actions.classify import classify
from issues.actions.confirm import confirm
from issues.actions.publish import publish
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.settle import settle
from issues.actions.support import support
from issues.enums.activity import DeliberationKind, Resolved, Satisfaction
from issues.enums.matter import MatterClass
from issues.inputs import NewMatter, Talk
from issues.models import Issue

VENUE = "ZJD-1"
# Days from today, from, until, who, for what. Sittings book the afternoons themselves.
BOOKINGS = (
    (-2, 9, 11, "刘建国", "院里老党员读报"),
    (1, 9, 10, "邱桂荣", "老年人学用手机"),
    (2, 18, 20, "刘建国", "七号楼商量装门禁"),
    (5, 19, 20, "杜春生", "四号楼水管怎么换"),
)
PLANNED = {
    "李建民": ("小阮蔬菜", "魏老板五金", "唐晓丽文具"),
    "邱桂荣": ("4-1-301", "2-2-502"),
}
CALL = (
    "大槐树下的空地怎么用",
    "车库拆了，空出三十平方米。种花、下棋、晒被子，还是停车？大家出主意。",
)


def live_the_year(places: SeededPlaces, people: SeededPeople, *, now: datetime) -> None:
    council = Council.objects.select_related("body__parent").get(body__code="ZJD-1")
    _book(places, people, now)
    for name, households in PLANNED.items():
        _see(council, people, name, households, now)
    _call(council, places, people, now)


def _book(places: SeededPlaces, people: SeededPeople, now: datetime) -> None:
    for days, begins, ends, who, purpose in BOOKINGS:
        day = timezone.localdate(now) + timedelta(days=days)
        first, last = (datetime.combine(day, time(hour), SHANGHAI) for hour in (begins, ends))
        book(
            places.venues[VENUE],
            actor=people.named[who],
            now=min(now, first) - timedelta(hours=5),
            begins=first,
            ends=last,
            purpose=purpose,
        )


def _see(
    council: Council, people: SeededPeople, name: str, households: Sequence[str], now: datetime
) -> None:
    """All but one of those planned have been seen; what they said is the member's own."""
    person = people.named[name]
    member = CouncilMember.objects.get(council=council, person=person)
    month = month_of(timezone.localdate(now))
    home = building_of(person.pk)
    plans = plan_month(
        member, actor=person, now=now, month=month, households=households, building=home
    )
    for plan in plans[1:]:
        held = NewContact(way=ContactWay.DOOR, opinion="门口的路灯晚上十点就灭了，收摊看不见。")
        write_contact(member, actor=person, now=now, plan=plan, held=held)


def _call(council: Council, places: SeededPlaces, people: SeededPeople, now: datetime) -> None:
    opened, today = now - timedelta(days=4), timezone.localdate(now)
    title, prompt = CALL
    asked = NewCall(
        title=title,
        prompt=prompt,
        opens_on=timezone.localdate(opened),
        closes_on=today + timedelta(days=16),
    )
    call = open_call(council, actor=people.hand("ZJD", Role.STAFF), now=opened, asked=asked)
    at = now - timedelta(hours=40)
    bench = _idea(call, places, people, "孙玉珍", "摆两张石桌，能下棋能择菜", at=at, named=True)
    flowers = _idea(call, places, people, "王秀荣", "种花，各家认一畦", at=at)
    raise_issue(
        NewMatter(text="能不能装个充电桩", building=places.buildings["机械厂家属院2号楼"]),
        actor=people.named["刘德厚"],
        reporter=people.named["刘德厚"],
        now=now - timedelta(hours=1),
        origin=ForCall(call, named=False),
    )
    for name in ("徐振国", "韩广福", "刘德厚"):
        support(bench, actor=people.named[name], now=at + timedelta(hours=2))
    support(flowers, actor=people.named["宋兰英"], now=at + timedelta(hours=3))
    lead = people.hand("ZJD", Role.LEAD)
    why = "花钱少，天天有人用，坐轮椅的也够得着。"
    choose_idea(call, actor=lead, now=at + timedelta(hours=6), issue=bench, why=why)
    _carry_out(bench, people, at=at + timedelta(hours=20))


def _idea(
    call: Call,
    places: SeededPlaces,
    people: SeededPeople,
    who: str,
    text: str,
    *,
    at: datetime,
    named: bool = False,
) -> Issue:
    """Raised, taken in, checked and classed within the hour."""
    person, worker = people.named[who], people.hand("ZJD-1", Role.GRID_WORKER)
    matter = NewMatter(text=f"{text}。", building=places.buildings["机械厂家属院4号楼"])
    issue = raise_issue(
        matter, actor=person, reporter=person, now=at, origin=ForCall(call, named=named)
    )
    receive(issue, actor=worker, now=at + timedelta(minutes=10))
    publish(
        issue,
        actor=worker,
        now=at + timedelta(minutes=20),
        title=text,
        text=f"{text}。",
        photos=[],
    )
    return classify(
        issue,
        actor=worker,
        now=at + timedelta(minutes=30),
        matter_class=MatterClass.SMALL,
        category=places.categories["greenery"],
    )


def _carry_out(issue: Issue, people: SeededPeople, *, at: datetime) -> None:
    worker = people.hand("ZJD-1", Role.GRID_WORKER)
    agreed = "石桌两张，街坊自己抬的；谁家的棋谁收。"
    talk = Talk(kind=DeliberationKind.VISIT, agreed=agreed, head_count=6)
    settle(issue, actor=worker, now=at, talk=talk, no_picture_reason="天黑了，明天补拍")
    confirm(
        issue,
        actor=people.named["孙玉珍"],
        now=at + timedelta(hours=2),
        resolved=Resolved.SOLVED,
        satisfaction=Satisfaction.SATISFIED,
    )
