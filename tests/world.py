"""A small world for tests: one street whole, a strange one beside it, and people in every role."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from typing import Any

from accounts.models import User
from clocks.hours import SHANGHAI
from grids.enums import BodyKind, Role, VenueKind
from grids.models import (
    Body,
    Building,
    Category,
    Competence,
    Estate,
    Posting,
    Residence,
    Venue,
)

SINCE = date(2024, 1, 1)
JOINED = datetime(2024, 1, 1, 9, 0, tzinfo=SHANGHAI)
# The world's people have the first numbers, whoever else a test invents the next ones: the
# world may have been built by another process.
FIRST_NUMBER = 13800000001
_phones = count(FIRST_NUMBER + 1000)


@dataclass(kw_only=True)
class World:
    district: Body
    street: Body
    general_office: Body
    housing: Body
    sanitation: Body
    district_housing: Body
    property_company: Body
    railway: Body
    community: Body
    grid: Body
    other_grid: Body
    far_district: Body
    far_street: Body
    far_community: Body
    far_grid: Body
    near_community: Body
    near_grid: Body
    estate: Estate
    building: Building
    other_building: Building
    far_building: Building
    venue: Venue
    other_venue: Venue
    categories: dict[str, Category] = field(default_factory=dict)
    # People; what each may do follows from the posting, see `_people`.
    resident: User
    neighbour: User
    stranger: User
    grid_worker: User
    grid_head: User
    other_grid_worker: User
    far_grid_worker: User
    staff: User
    lead: User
    near_staff: User
    mediator: User
    dispatcher: User
    street_supervisor: User
    supervisor: User
    general_clerk: User
    clerk: User
    signer: User
    other_clerk: User
    district_clerk: User
    partner_clerk: User
    administrator: User
    district_administrator: User


def person(name: str, number: int | None = None, **fields: Any) -> User:
    """An invented person with a number of their own in an invented range."""
    phone = f"+86{number or next(_phones)}"
    return User.objects.create_user(phone, name=name, phone_verified=True, **fields)


def post(
    user: User, body: Body, role: Role, *, since: date = SINCE, until: date | None = None
) -> Posting:
    return Posting.objects.create(user=user, body=body, role=role, starts_on=since, ends_on=until)


def _body(kind: BodyKind, name: str, code: str, parent: Body | None, **fields: Any) -> Body:
    body = Body.objects.create(kind=kind, name=name, code=code, parent=parent, **fields)
    body.refresh_from_db()
    return body


def _tree() -> dict[str, Body]:
    kind = BodyKind
    district = _body(kind.DISTRICT, "临淄区", "LZ", None, name_en="Linzi District")
    street = _body(kind.STREET, "凤凰台街道", "FHT", district, short_name="凤凰台", active=False)
    community = _body(
        kind.COMMUNITY, "珠玑东社区", "ZJD", street, short_name="珠玑东", prefix="ZJD"
    )
    near = _body(kind.COMMUNITY, "珠玑西社区", "ZJX", street, short_name="珠玑西", prefix="ZJX")
    far_district = _body(kind.DISTRICT, "云溪区", "YX", None)
    far_street = _body(kind.STREET, "柳河街道", "LH", far_district, active=False)
    far_community = _body(kind.COMMUNITY, "柳河北社区", "LHB", far_street, prefix="LHB")
    tree = {
        "district": district,
        "street": street,
        "community": community,
        "near_community": near,
        "far_district": far_district,
        "far_street": far_street,
        "far_community": far_community,
        "grid": _body(
            kind.GRID, "珠玑东第一网格", "ZJD-1", community, short_name="第一网格",
            outline="40,40 480,40 480,330 40,330",
        ),
        "other_grid": _body(
            kind.GRID, "珠玑东第二网格", "ZJD-2", community, short_name="第二网格",
            outline="500,40 960,40 960,330 500,330",
        ),
        "near_grid": _body(kind.GRID, "珠玑西第一网格", "ZJX-1", near),
        "far_grid": _body(kind.GRID, "柳河北第一网格", "LHB-1", far_community),
        "general_office": _office(street, "凤凰台街道综合治理办公室", "FHT-ZZ"),
        "housing": _body(kind.DEPARTMENT, "凤凰台街道住建办", "FHT-ZJ", street),
        "sanitation": _body(kind.DEPARTMENT, "凤凰台街道环卫所", "FHT-HW", street),
        "district_housing": _body(kind.DEPARTMENT, "临淄区住建局", "LZ-ZJ", district),
        "property_company": _body(kind.PARTNER, "安居物业公司", "AJ-WY", community),
        "railway": _body(kind.PARTNER, "铁路工务段", "TL-GW", district),
    }  # fmt: skip
    _office(far_street, "柳河街道综合治理办公室", "LH-ZZ")
    Body.objects.filter(kind=kind.STREET).update(active=True)
    for body in tree.values():
        body.refresh_from_db()
    return tree


def _office(street: Body, name: str, code: str) -> Body:
    return _body(BodyKind.DEPARTMENT, name, code, street, general_office=True)


CATEGORIES = [
    ("facilities", "设施维修", "Repairs", "", False),
    ("sewers", "下水堵塞", "Blocked sewers", "facilities", False),
    ("roofs", "屋面漏水", "Leaking roofs", "facilities", False),
    ("environment", "环境卫生", "Cleanliness", "", False),
    ("rubbish", "垃圾清运", "Rubbish", "environment", False),
    ("disputes", "邻里纠纷", "Disputes between neighbours", "", True),
    ("noise", "噪音扰民", "Noise", "disputes", True),
]


def _categories() -> dict[str, Category]:
    made: dict[str, Category] = {}
    for position, (code, chinese, english, parent, private) in enumerate(CATEGORIES):
        made[code] = Category.objects.create(
            code=code,
            name_zh=chinese,
            name_en=english,
            parent=made.get(parent),
            private=private,
            position=position,
        )
    return made


def _competences(tree: dict[str, Body], categories: dict[str, Category]) -> None:
    """Repairs: one department in the street, one in the district. Rubbish: the street's only."""
    for department, code in [
        ("housing", "facilities"),
        ("sanitation", "environment"),
        ("district_housing", "facilities"),
    ]:
        Competence.objects.create(department=tree[department], category=categories[code])


def _people(tree: dict[str, Body]) -> dict[str, User]:
    posts: dict[str, tuple[str, str, Role]] = {
        "grid_worker": ("王晓燕", "grid", Role.GRID_WORKER),
        "grid_head": ("刘建国", "grid", Role.GRID_HEAD),
        "other_grid_worker": ("孙丽", "other_grid", Role.GRID_WORKER),
        "far_grid_worker": ("何远", "far_grid", Role.GRID_WORKER),
        "staff": ("陈静", "community", Role.STAFF),
        "lead": ("周明", "community", Role.LEAD),
        "near_staff": ("吴敏", "near_community", Role.STAFF),
        "mediator": ("郑和平", "community", Role.MEDIATOR),
        "dispatcher": ("冯磊", "street", Role.DISPATCHER),
        "street_supervisor": ("褚颖", "street", Role.SUPERVISOR),
        "supervisor": ("卫国强", "district", Role.SUPERVISOR),
        "general_clerk": ("蒋欣", "general_office", Role.CLERK),
        "clerk": ("沈涛", "housing", Role.CLERK),
        "signer": ("韩雪", "housing", Role.SIGNER),
        "other_clerk": ("杨帆", "sanitation", Role.CLERK),
        "district_clerk": ("朱琳", "district_housing", Role.CLERK),
        "partner_clerk": ("秦勇", "property_company", Role.CLERK),
        "administrator": ("尤佳", "street", Role.ADMINISTRATOR),
        "district_administrator": ("许诺", "district", Role.ADMINISTRATOR),
    }
    names = {attribute: name for attribute, (name, _, _) in posts.items()}
    names |= {"resident": "李大妈", "neighbour": "张师傅", "stranger": "过路人"}
    people = {
        attribute: person(name, number, joined_at=JOINED)
        for number, (attribute, name) in enumerate(names.items(), FIRST_NUMBER)
    }
    for attribute, (_, body, role) in posts.items():
        post(people[attribute], tree[body], role)
    return people


def build_world() -> World:
    """Make the whole small world; a test asks for the fixture `world`, where it stands already.

    Only what has no database of the test process calls this. Nothing in it may depend on the
    day: the template it stands in is kept.
    """
    tree = _tree()
    categories = _categories()
    _competences(tree, categories)
    estate = Estate.objects.create(community=tree["community"], name="机械厂家属院")
    other_estate = Estate.objects.create(community=tree["community"], name="东苑小区")
    far_estate = Estate.objects.create(community=tree["far_community"], name="柳河花园")
    building = Building.objects.create(grid=tree["grid"], estate=estate, number="3号楼")
    people = _people(tree)
    whole: dict[str, Any] = {**tree, **people}
    Residence.objects.create(user=people["resident"], building=building)
    return World(
        **whole,
        categories=categories,
        estate=estate,
        building=building,
        other_building=Building.objects.create(
            grid=tree["other_grid"], estate=other_estate, number="1号楼"
        ),
        far_building=Building.objects.create(
            grid=tree["far_grid"], estate=far_estate, number="2号楼"
        ),
        venue=Venue.objects.create(
            grid=tree["grid"], kind=VenueKind.PAVILION, name="大槐树议事亭",
            place="机械厂家属院南门内大槐树下", capacity=12, access="无台阶，轮椅可到",
            code="ZJD01", x=220, y=180,
        ),
        other_venue=Venue.objects.create(
            grid=tree["other_grid"], kind=VenueKind.ROOM, name="东苑居民议事室",
            place="东苑小区1号楼东侧平房", capacity=20, code="ZJD02", x=700, y=160,
        ),
    )  # fmt: skip
