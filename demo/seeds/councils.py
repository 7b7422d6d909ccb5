"""The councils of the demo: members, candidates on posting, and whom neighbours second."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from accounts.models import User
from council.actions.candidacies.appoint import appoint
from council.actions.candidacies.check import check
from council.actions.candidacies.confirm import confirm
from council.actions.candidacies.note_consent import note_consent
from council.actions.candidacies.post import post
from council.actions.candidacies.recommend import Recommendation, recommend
from council.actions.candidacies.second import second
from council.actions.councils.save_council import save_council
from council.actions.councils.save_seat import save_seat
from council.enums.members import ConsentWay, SeatKind
from council.models import Candidacy, Council, Seat
from demo.seeds.people import People
from demo.seeds.places import Places
from grids.enums import Role

K = SeatKind
SEATS = {K.PARTY: 2, K.GRID_WORKER: 2, K.FIRM: 1, K.MASS_ORGANISATION: 1, K.RESIDENT: 3}
# Leaves room for the longest holidays.
POSTED_FOR = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A candidate, and what is said for them about standing, ability and warmth."""

    name: str
    kind: SeatKind
    said: tuple[str, str, str]


MEMBERS = (
    Neighbour("刘建国", K.GRID_WORKER, ("院里谁家的事都知道", "会听也会劝", "随叫随到")),
    Neighbour(
        "孙玉珍", K.PARTY, ("老党员，说话有人听", "当过车间主任，会开会", "每天来亭子里坐坐")
    ),
    Neighbour("李建民", K.FIRM, ("沿街商铺都信他", "算得清账，出得了主意", "年年给亭子送热水")),
    Neighbour("宋兰英", K.RESIDENT, ("楼里的事大家都找她", "做过会计，账目清楚", "谁家有事她都去")),
    Neighbour("韩广福", K.RESIDENT, ("住了四十年，老邻居", "懂水电，会看图纸", "修东西不收钱")),
)
POSTED = Neighbour("张桂兰", K.RESIDENT, ("七十多岁，辈分高", "记性好，说得清来龙去脉", "待人和气"))
WAITING = Neighbour(
    "丁德福", K.RESIDENT, ("老门卫，谁都认识", "院里的管线他最清楚", "下雪第一个出来扫")
)


def seat_councils(places: Places, people: People, *, now: datetime) -> None:
    """The first grid's council is half a year old; one candidate is posted, one is new."""
    long_ago = now - timedelta(days=190)
    grid = _council(places, "ZJD-1", now=long_ago)
    _council(places, "ZJD", now=long_ago)
    for one in MEMBERS:
        row = _posted(grid, people, one, at=long_ago)
        at = long_ago + POSTED_FOR
        lead = people.hand("ZJD", Role.LEAD)
        confirm(row, actor=lead, now=at, met_on=timezone.localdate(at))
        appoint(row, actor=lead, now=at, first_day=timezone.localdate(at))
    _posted(grid, people, POSTED, at=now - timedelta(days=1))
    fresh = _recommended(grid, people, WAITING, at=now - timedelta(hours=20))
    second(fresh, actor=_neighbours(people)[1], now=now - timedelta(hours=3))


def _council(places: Places, code: str, *, now: datetime) -> Council:
    council = save_council(Council(body=places.bodies[code]), actor=None, now=now)
    for kind, number in SEATS.items():
        save_seat(Seat(council=council, kind=kind, number=number), actor=None, now=now)
    return council


def _recommended(council: Council, people: People, one: Neighbour, *, at: datetime) -> Candidacy:
    standing, ability, warmth = one.said
    given = Recommendation(
        kind=one.kind,
        name=one.name,
        building=None,
        good_standing=standing,
        ability=ability,
        warmth=warmth,
    )
    return recommend(council, actor=_neighbours(people)[0], now=at, recommendation=given)


def _posted(council: Council, people: People, one: Neighbour, *, at: datetime) -> Candidacy:
    row = _recommended(council, people, one, at=at)
    for neighbour in _neighbours(people)[1:]:
        second(row, actor=neighbour, now=at)
    staff, phone = people.hand("ZJD", Role.STAFF), str(people.named[one.name].phone)
    note_consent(row, actor=staff, now=at, way=ConsentWay.IN_PERSON, phone=phone)
    check(row, actor=staff, now=at)
    return post(row, actor=staff, now=at)


def _neighbours(people: People) -> list[User]:
    """Two residents of the first grid, and its worker."""
    named = [people.named[name] for name in ("王秀荣", "刘德厚")]
    return [*named, people.hand("ZJD-1", Role.GRID_WORKER)]
