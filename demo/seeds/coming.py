"""What is around a sitting in the demo: a talk, one called off, one to come, one about to begin."""

from __future__ import annotations

from datetime import datetime, timedelta

from accounts.models import User
from council.actions.agenda.put_on import put_on
from council.actions.agenda.say_opinion import say_opinion
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.cancel import cancel
from council.actions.meetings.convene import convene
from council.actions.meetings.record_talk import record_talk
from council.enums.agenda import Stance
from council.inputs import SittingPlan, TalkOnTheSpot
from council.models import AgendaItem, Council, Meeting
from demo.seeds.council_data import COMMUNITY, GRID
from demo.seeds.people import SeededPeople
from demo.seeds.sittings import DAY, HOUR, LENGTH, VENUES, afternoon, named, remind, runners
from demo.telling.teller import Teller
from grids.enums import Role
from grids.models import Venue
from issues.enums.matter import MatterClass
from issues.enums.stages import WORKED_ON
from issues.models import Issue

MINUTE = timedelta(minutes=1)
# The sitting that a newcomer can run; README names it.
READY = "例会：大家的事大家商量"


def tell_coming(teller: Teller) -> None:
    now = teller.until
    teller.at(afternoon(now - 6 * DAY) + 2 * HOUR, lambda at: _talk(teller.people, now=at))
    _called_off(teller, afternoon(now - 10 * DAY))
    teller.at(now - DAY, lambda at: _to_come(teller.people, now=at, begins=now + 14 * DAY))
    _about_to_begin(teller, soon(now))


def soon(now: datetime) -> datetime:
    """The next full five minutes that are not too near."""
    later = now + 20 * MINUTE
    return later.replace(minute=later.minute - later.minute % 5, second=0, microsecond=0)


def _council(code: str) -> Council:
    return Council.objects.select_related("body__parent").get(body__code=code)


def _plan(code: str, title: str, begins: datetime, *, chair: User, recorder: User) -> SittingPlan:
    return SittingPlan(
        title=named(title, begins),
        starts_at=begins,
        ends_at=begins + LENGTH,
        venue=Venue.objects.filter(grid__code=VENUES[code]).order_by("pk").first(),
        chair=chair,
        recorder=recorder,
    )


def ready_plan(chair: User, recorder: User, begins: datetime) -> SittingPlan:
    return _plan(GRID, READY, begins, chair=chair, recorder=recorder)


def call_ready(plan: SittingPlan, *, now: datetime) -> Meeting:
    """Its chair convenes and calls it; the items are what comes up each month."""
    assert plan.chair is not None
    meeting = convene(_council(GRID), actor=plan.chair, now=now, plan=plan)
    for title, minutes in (("上次说的办得怎么样", 5), ("冬天楼道的门要不要关", 10)):
        put_on(meeting, actor=plan.chair, now=now, title=title, minutes=minutes)
    return call_meeting(meeting, actor=plan.chair, now=now, reason="例会日期早已公布")


def _talk(people: SeededPeople, *, now: datetime) -> None:
    talk = TalkOnTheSpot(
        title="三单元门口的积水",
        note="一起看了现场，是雨水口堵了；说好明天物业来掏，网格员拍照给大家看。",
        party="三单元的几位邻居",
        began_at=now - 30 * MINUTE,
        minutes=20,
        place="3号楼三单元门口",
    )
    record_talk(_council(GRID), actor=people.hand(GRID, Role.GRID_WORKER), now=now, talk=talk)


def _called_off(teller: Teller, begins: datetime) -> None:
    head, recorder = runners(GRID, teller.people)
    made: list[Meeting] = []

    def call(now: datetime) -> None:
        plan = _plan(GRID, "看看南门车棚的位置", begins, chair=head, recorder=recorder)
        made.append(convene(_council(GRID), actor=head, now=now, plan=plan))
        put_on(made[0], actor=head, now=now, title="车棚位置现场看一看")
        call_meeting(made[0], actor=head, now=now)

    teller.at(begins - 6 * DAY, call)
    reason = "那天下大雨，改到下次例会一起说。"
    teller.at(begins - DAY, lambda now: cancel(made[0], actor=head, now=now, reason=reason))


def _to_come(people: SeededPeople, *, now: datetime, begins: datetime) -> None:
    """Of the community, in two weeks: a draft of which the agenda proposes itself."""
    lead, staff = runners(COMMUNITY, people)
    at, title = afternoon(begins), "社区议事会：大事商量着办"
    plan = _plan(COMMUNITY, title, at, chair=lead, recorder=staff)
    convene(_council(COMMUNITY), actor=lead, now=now, plan=plan)


def _about_to_begin(teller: Teller, begins: datetime) -> None:
    """What a newcomer can run alone: called in good time, with what people said beforehand."""
    people, (head, recorder) = teller.people, runners(GRID, teller.people)
    made: list[Meeting] = []
    plan = ready_plan(head, recorder, begins)

    def put_matters_on(now: datetime) -> None:
        for issue in _matters(head):
            put_on(made[0], actor=head, now=now, reference=issue.reference, minutes=15)

    teller.at(teller.until - 9 * DAY, lambda now: made.append(call_ready(plan, now=now)))
    teller.at(teller.until - DAY, lambda now: _opinions(made[0], people, now=now))
    teller.at(begins - DAY + MINUTE, remind)
    teller.at(teller.until - HOUR, put_matters_on)


def _matters(chair: User) -> list[Issue]:
    """Two that are public here and being worked on; what needs talk most comes first."""
    rows = Issue.objects.public().filter(grid__code=GRID, category__private=False)
    found = rows.filter(stage__in=WORKED_ON).exclude(reporter=chair).order_by("-raised_at", "pk")
    ranks: dict[str, int] = {MatterClass.HARD: 0, MatterClass.MAJOR: 1}
    return sorted(found, key=lambda row: ranks.get(row.matter_class, 2))[:2]


def _opinions(meeting: Meeting, people: SeededPeople, *, now: datetime) -> None:
    last = AgendaItem.objects.filter(meeting=meeting).order_by("-position").first()
    assert last is not None
    said = (
        ("王秀荣", Stance.FOR, "风太大，老人受不了。"),
        ("刘德厚", Stance.AGAINST, "关上了送菜的进不来。"),
    )
    for name, stance, words in said:
        actor = people.named[name]
        say_opinion(meeting, actor=actor, now=now, item=last.uid, stance=stance, words=words)
