from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.models import User
from acting.refusals import Refused
from grids.actions.apply_import import apply_import
from grids.actions.authorise import administers
from grids.actions.forget_imports import forget_imports
from grids.actions.keep_import import keep_import
from grids.importing.prepared import PreparedImport
from grids.importing.preparing import prepare
from grids.importing.reading import read
from grids.models import Body, Building, Estate, ImportBatch, Posting, Venue
from ledger.models import Entry
from tests.world import World

BODIES = """编码,类别,名称,上级编码,简称,编号前缀,是否综合办
HBT-ZZ,部门,和平台街道综合治理办公室,HBT,,,是
HBT-1-1,网格,和平社区第一网格,HPS,第一网格,,
HPS,社区,和平社区,HBT,和平,HPS,
HBT,街道,和平台街道,LZ,和平台,,
"""
BUILDINGS = "小区,楼号,网格编码\n东苑小区,1号楼,ZJD-2\n新村,1号楼,ZJD-1\n新村,2号楼,ZJD-1\n"
VENUES = """编号,名称,类别,网格编码,座位数
zjd01,大槐树议事亭,议事亭,ZJD-1,16
ZJD09,新亭,pavilion,ZJD-2,8
"""
POSTINGS = """手机号,姓名,角色,单位编码,开始日期,结束日期,工作电话
138 0013 9999,新来的,网格员,ZJD-1,2026-01-01,,0533—7180101转1
"""


def check(text: str, kind: str, actor: User | None) -> PreparedImport:
    rows = read(text, kind)
    return prepare(rows, kind, may=administers(actor, now=timezone.now()))


def send(text: str, kind: str, actor: User, *, agreed: tuple[int, ...] = ()) -> ImportBatch:
    now = timezone.now()
    batch = keep_import(read(text, kind), kind=kind, key=uuid4(), actor=actor, now=now)
    return apply_import(batch, actor=actor, now=now, agreed=agreed)


def problems(text: str, kind: str, actor: User) -> list[tuple[int, str]]:
    return [(p.line, p.column) for p in check(text, kind, actor).problems]


def test_a_street_is_laid_whole_in_any_order_of_lines(world: World) -> None:
    batch = send(BODIES, "bodies", world.district_administrator)
    assert (batch.new_count, batch.changed_count) == (4, 0)
    grid = Body.objects.get(code="HBT-1-1")
    assert grid.path.startswith(world.district.path)
    assert grid.path.count("/") == 5
    assert Body.objects.get(code="HBT").active


@pytest.mark.parametrize(
    ("text", "kind"),
    [(BODIES, "bodies"), (BUILDINGS, "buildings"), (VENUES, "venues"), (POSTINGS, "postings")],
)
def test_the_same_file_again_changes_nothing(world: World, text: str, kind: str) -> None:
    send(text, kind, world.district_administrator)
    entries = Entry.objects.count()
    again = check(text, kind, world.district_administrator)
    assert (again.problems, again.new, again.changed) == ([], [], [])
    send(text, kind, world.district_administrator)
    assert Entry.objects.count() == entries


def test_buildings_bring_their_estate_along(world: World) -> None:
    batch = send(BUILDINGS, "buildings", world.administrator)
    assert (batch.new_count, batch.changed_count) == (2, 0)
    estate = Estate.objects.get(name="新村")
    assert estate.community_id == world.community.pk
    assert set(estate.buildings.values_list("number", flat=True)) == {"1号楼", "2号楼"}


def test_venues_are_known_again_by_their_code_in_any_case(world: World) -> None:
    send(VENUES, "venues", world.administrator)
    world.venue.refresh_from_db()
    assert world.venue.capacity == 16
    assert world.venue.place, "a column that the file does not have leaves what is there"
    assert Venue.objects.get(code="ZJD09").grid_id == world.other_grid.pk


def test_a_posting_makes_the_person_and_the_record_has_no_phone(world: World) -> None:
    batch = send(POSTINGS, "postings", world.administrator)
    posting = Posting.objects.get(user__phone="+8613800139999")
    assert posting.user.name == "新来的"
    assert posting.work_phone == "0533-7180101-1"
    assert batch.rows == [], "phones are not kept once applied"
    assert b"13800139999" not in bytes(Entry.objects.latest("pk").body)


def test_a_name_that_a_person_already_has_is_kept(world: World) -> None:
    text = POSTINGS.replace("138 0013 9999", str(world.stranger.phone))
    send(text, "postings", world.administrator, agreed=(2,))
    world.stranger.refresh_from_db()
    assert world.stranger.name == "过路人"


def test_one_wrong_line_keeps_all_others_out(world: World) -> None:
    text = BUILDINGS + "新村,3号楼,NOWHERE\n"
    batch = keep_import(
        read(text, "buildings"),
        kind="buildings",
        key=uuid4(),
        actor=world.administrator,
        now=timezone.now(),
    )
    with pytest.raises(Refused):
        apply_import(batch, actor=world.administrator, now=timezone.now())
    assert not Building.objects.filter(estate__name="新村").exists()


def test_each_wrong_cell_is_named_with_its_line(world: World) -> None:
    text = (
        "手机号,姓名,角色,单位编码,开始日期,结束日期\n"
        "12345,甲,网格员,ZJD-1,2026-01-01,\n"
        "13800138888,乙,皇帝,ZJD-1,2026-01-01,\n"
        "13800138887,丙,街道调度员,ZJD-1,2026-01-01,\n"
        "13800138886,丁,网格员,NOWHERE,2026-01-01,\n"
        "13800138885,戊,网格员,ZJD-1,昨天,\n"
        "13800138884,己,网格员,ZJD-1,2026-01-01,2025-01-01\n"
        "13800138883,,网格员,ZJD-1,2026-01-01,\n"
        "13800138882,庚,网格员,ZJD-1,2026-01-01,\n"
        "13800138882,庚,网格员,ZJD-1,2026-01-01,\n"
    )
    assert problems(text, "postings", world.administrator) == [
        (2, "phone"),
        (3, "role"),
        (4, "role"),
        (5, "body"),
        (6, "starts_on"),
        (7, "ends_on"),
        (8, "name"),
        (10, "phone"),
    ]


def test_a_new_street_without_its_office_is_a_problem_of_its_line(world: World) -> None:
    text = "编码,类别,名称,上级编码\nHBT,街道,和平台街道,LZ\n"
    assert problems(text, "bodies", world.district_administrator) == [(2, "general_office")]


def test_bodies_that_do_not_fit_the_tree_are_problems(world: World) -> None:
    text = (
        "编码,类别,名称,上级编码,编号前缀\n"
        "G9,网格,高悬网格,FHT,\n"
        "C9,社区,无前缀社区,FHT,\n"
        "C8,社区,重前缀社区,FHT,ZJD\n"
        "X 1,网格,怪码网格,ZJD,\n"
        "ZJD,街道,变了,LZ,\n"
        "G8,衙门,不知,ZJD,\n"
    )
    assert problems(text, "bodies", world.district_administrator) == [
        (2, "parent"),
        (3, "prefix"),
        (4, "prefix"),
        (5, "code"),
        (6, "kind"),
        (7, "kind"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("编码,类别,名称,上级编码\nX-1,网格,越界网格,LHB\n", "bodies"),
        ("编码,类别,名称,上级编码\nLHB-1,网格,抢来的,ZJD\n", "bodies"),
        ("编码,类别,名称,上级编码\nXX,区,新区,\n", "bodies"),
        ("小区,楼号,网格编码\n柳河花园,9号楼,LHB-1\n", "buildings"),
        ("编号,名称,类别,网格编码\nLHB9,远亭,议事亭,LHB-1\n", "venues"),
        (
            "手机号,姓名,角色,单位编码,开始日期\n13800138888,甲,管理员,LZ,2026-01-01\n",
            "postings",
        ),
    ],
)
def test_nothing_outside_the_administrators_street_is_touched(
    world: World, text: str, kind: str
) -> None:
    assert problems(text, kind, world.administrator)
    assert [line for line, _ in problems(text, kind, world.administrator)] == [2]


def test_a_preview_expires_and_its_phones_with_it(world: World) -> None:
    now = timezone.now()
    batch = keep_import(
        read(POSTINGS, "postings"), kind="postings", key=uuid4(), actor=world.administrator, now=now
    )
    late = now + timedelta(hours=3)
    with pytest.raises(Refused):
        apply_import(batch, actor=world.administrator, now=late)
    assert forget_imports(now=late) == 1
    assert not ImportBatch.objects.exists()


def test_many_postings_take_a_fixed_number_of_statements(
    world: World, django_assert_max_num_queries: object
) -> None:
    lines = "".join(
        f"1390000{number:04d},人{number},网格员,ZJD-1,2026-01-01\n" for number in range(400)
    )
    text = "手机号,姓名,角色,单位编码,开始日期\n" + lines
    with django_assert_max_num_queries(30):  # type: ignore[operator]
        send(text, "postings", world.administrator)
    assert Posting.objects.filter(user__phone__startswith="+861390000").count() == 400


@pytest.mark.parametrize("written", ["13900000000.0", "8.0", "abc"])
def test_what_nobody_can_call_becomes_no_public_number(world: World, written: str) -> None:
    posted = POSTINGS.replace("0533—7180101转1", written)
    assert problems(posted, "postings", world.administrator) == [(2, "work_phone")]
    laid = f"编码,类别,名称,上级编码,公开电话\nZJD-9,网格,第九网格,ZJD,{written}\n"
    assert problems(laid, "bodies", world.administrator) == [(2, "phone")]


@pytest.mark.parametrize(
    ("written", "kept"),
    [("12345", "12345"), ("0533 718 0100", "0533-7180100"), ("139 0000 0000", "13900000000")],
)
def test_a_public_number_is_kept_in_one_form(world: World, written: str, kept: str) -> None:
    laid = f"编码,类别,名称,上级编码,公开电话\nZJD-9,网格,第九网格,ZJD,{written}\n"
    send(laid, "bodies", world.administrator)
    assert Body.objects.get(code="ZJD-9").phone == kept
    assert check(laid, "bodies", world.administrator).changed == []
