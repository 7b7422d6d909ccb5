"""All that applying would refuse, the preview has said before, with line and column."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from acting.refusals import Refused
from grids.actions.apply_import import apply_import
from grids.actions.keep_import import keep_import
from grids.actions.rehearse_import import rehearse_import
from grids.importing.prepared import PreparedImport
from grids.importing.reading import read
from grids.models import Body, Building, Estate, ImportBatch, Posting, Venue
from ledger.models import Entry
from tests.world import World

pytestmark = pytest.mark.django_db

POSTS = "手机号,姓名,角色,单位编码,开始日期"


def rehearse(text: str, kind: str, actor: User | None) -> PreparedImport:
    return rehearse_import(read(text, kind), kind=kind, actor=actor, now=timezone.now())


def said(text: str, kind: str, actor: User | None) -> list[tuple[int, str]]:
    return [(problem.line, problem.column) for problem in rehearse(text, kind, actor).problems]


def send(text: str, kind: str, actor: User, *, agreed: tuple[int, ...] = ()) -> ImportBatch:
    now = timezone.now()
    batch = keep_import(read(text, kind), kind=kind, key=uuid4(), actor=actor, now=now)
    return apply_import(batch, actor=actor, now=now, agreed=agreed)


def bodies(*lines: str, header: str = "编码,类别,名称,上级编码,编号前缀,是否综合办") -> str:
    return "\n".join([header, *lines])


def posts(*lines: str, header: str = f"{POSTS},结束日期") -> str:
    return "\n".join([header, *lines])


# What each file says, and where the preview says that it does not fit.
REFUSED: Mapping[str, tuple[str, str, list[tuple[int, str]]]] = {
    "a second general office": (
        "bodies", bodies("FHT-9,部门,又一个综合办,FHT,,是"), [(2, "general_office")],
    ),
    "two general offices in the file": (
        "bodies",
        bodies(
            "HBT,街道,和平台街道,LZ,,", "HBT-A,部门,一办,HBT,,是", "HBT-B,部门,二办,HBT,,是"
        ),
        [(4, "general_office")],
    ),
    "the only general office loses its mark": (
        "bodies", bodies("FHT-ZZ,部门,综合治理办公室,FHT,,否"), [(2, "general_office")],
    ),
    "an empty cell takes the mark of the only one": (
        "bodies", bodies("FHT-ZZ,部门,综合治理办公室,FHT,,"), [(2, "general_office")],
    ),
    "the general office moves to the district": (
        "bodies",
        bodies("FHT-ZZ,部门,综合治理办公室,LZ", header="编码,类别,名称,上级编码"),
        [(2, "general_office")],
    ),
    "a grid with buildings moves": (
        "bodies", bodies("ZJD-1,网格,第一网格,NEAR,,"), [(2, "parent")],
    ),
    "a body twice, in another case": (
        "bodies", bodies("ZJD-9,网格,甲,ZJD,,", "zjd－9,网格,乙,ZJD,,"), [(3, "code")],
    ),
    "a prefix twice, in another case": (
        "bodies", bodies("C8,社区,甲,FHT,QQQ,", "C9,社区,乙,FHT,qqq,"), [(3, "prefix")],
    ),
    "a building twice, in another width": (
        "buildings", "小区,楼号,网格编码\n新村,1号楼,ZJD-1\n新 村,１号楼,zjd-1", [(3, "number")],
    ),
    "a venue twice, in another case": (
        "venues",
        "编号,名称,类别,网格编码\nQ1,甲,议事亭,ZJD-1\nｑ1,乙,议事亭,ZJD-1",
        [(3, "code")],
    ),
    "a posting twice": (
        "postings",
        posts("13800138001,甲,网格员,ZJD-1,2026-01-01,", "13800138001,甲,网格员,zjd-1,2026-1-1,"),
        [(3, "phone")],
    ),
    "overlapping days in the file": (
        "postings",
        posts(
            "13800138001,甲,网格员,ZJD-1,2026-01-01,2026-06-30",
            "13800138001,甲,网格员,ZJD-1,2026-06-30,",
        ),
        [(3, "starts_on")],
    ),
    "two names for one number": (
        "postings",
        posts("13800138001,甲,网格员,ZJD-1,2026-01-01,", "13800138001,乙,网格员,ZJD-2,2026-01-01,"),
        [(3, "name")],
    ),
    "the year 0202": (
        "postings", posts("13800138001,甲,网格员,ZJD-1,0202-01-01,"), [(2, "starts_on")],
    ),
    "the year 20266": (
        "postings", posts("13800138001,甲,网格员,ZJD-1,2026-01-01,9999-12-31"), [(2, "ends_on")],
    ),
    "five thousand nines": (
        "buildings",
        f"小区,楼号,网格编码,排序\n新村,1号楼,ZJD-1,{'9' * 5000}",
        [(2, "position")],
    ),
    "five thousand nines of seats": (
        "venues",
        f"编号,名称,类别,网格编码,座位数,图上横坐标\nQ1,甲,议事亭,ZJD-1,{'9' * 5000},{'9' * 4000}",
        [(2, "capacity"), (2, "x")],
    ),
}  # fmt: skip


@pytest.fixture
def town(world: World) -> World:
    """With the codes that the files name."""
    Body.objects.filter(pk=world.general_office.pk).update(code="FHT-ZZ")
    Body.objects.filter(pk=world.near_community.pk).update(code="NEAR")
    return world


@pytest.mark.parametrize("name", REFUSED)
def test_what_applying_would_refuse_is_said_with_line_and_column(town: World, name: str) -> None:
    kind, text, expected = REFUSED[name]
    assert said(text, kind, town.district_administrator) == expected
    with pytest.raises(Refused):
        send(text, kind, town.district_administrator)


def test_a_posting_that_is_lengthened_into_another_is_said(world: World) -> None:
    first = (
        "13800138001,甲,网格员,ZJD-1,2026-01-01,2026-03-31",
        "13800138001,甲,网格员,ZJD-1,2026-06-01,",
    )
    send(posts(*first), "postings", world.administrator)
    lengthened = posts("13800138001,甲,网格员,ZJD-1,2026-01-01,2026-12-31")
    assert said(lengthened, "postings", world.administrator) == [(2, "starts_on")]
    # Both lines of a file that moves the border between them fit.
    moved = posts(
        "13800138001,甲,网格员,ZJD-1,2026-01-01,2026-04-30",
        "13800138001,甲,网格员,ZJD-1,2026-06-01,2026-12-31",
    )
    assert said(moved, "postings", world.administrator) == []


def test_the_mark_of_the_general_office_goes_over_in_one_file(town: World) -> None:
    Body.objects.filter(pk=town.housing.pk).update(code="FHT-ZJ")
    for old, new in (("FHT-ZZ", "FHT-ZJ"), ("FHT-ZJ", "FHT-ZZ"), ("FHT-ZZ", "FHT-NEW")):
        text = bodies(f"{new},部门,新的,FHT,,是", f"{old},部门,旧的,FHT,,否")
        assert said(text, "bodies", town.administrator) == []
        send(text, "bodies", town.administrator)
        offices = Body.objects.filter(parent=town.street, general_office=True)
        assert [body.code for body in offices] == [new]


def test_what_no_check_foresaw_is_found_by_doing_it_and_taking_it_back(world: World) -> None:
    """A rule of the tables for which no sentence was written comes out with its line."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE grids_venue ADD CONSTRAINT no_thirteen CHECK (capacity <> 13) NOT VALID"
        )
    text = "编号,名称,类别,网格编码,座位数\nQ1,甲,议事亭,ZJD-1,12\nQ2,乙,议事亭,ZJD-1,13\n"
    problems = rehearse(text, "venues", world.administrator).problems
    assert [problem.line for problem in problems] == [3]
    assert problems[0].sentence
    assert not Venue.objects.filter(code__in=["Q1", "Q2"]).exists()


def test_a_rehearsal_leaves_nothing_behind(world: World) -> None:
    before = [model.objects.count() for model in (User, Posting, Entry, Body, Building, Estate)]
    for kind, text in (
        ("postings", posts("13800138001,甲,网格员,ZJD-1,2026-01-01,")),
        ("buildings", "小区,楼号,网格编码\n新村,1号楼,ZJD-1"),
    ):
        assert len(rehearse(text, kind, world.administrator).new) == 1
    after = [model.objects.count() for model in (User, Posting, Entry, Body, Building, Estate)]
    assert before == after


def test_a_rehearsal_takes_a_fixed_number_of_statements(world: World) -> None:
    def count(lines: int) -> int:
        text = posts(*(f"1390000{n:04d},人{n},网格员,ZJD-1,2026-01-01," for n in range(lines)))
        with CaptureQueriesContext(connection) as asked:
            rehearse(text, "postings", world.administrator)
        return len(asked)

    assert count(400) == count(4)


# A column that the file lacks leaves what is there; an empty cell under its header clears it.
POSTING = "13800138001,甲,网格员,ZJD-1,2026-01-01"
KEPT: Mapping[str, tuple[str, str, str]] = {
    "ends_on": ("postings", f"{POSTS},结束日期\n{POSTING},2026-06-30", f"{POSTS}\n{POSTING}"),
    "work_phone": ("postings", f"{POSTS},工作电话\n{POSTING},0533-7180101", f"{POSTS}\n{POSTING}"),
    "position": (
        "buildings",
        "小区,楼号,网格编码,排序\n新村,1号楼,ZJD-1,7",
        "小区,楼号,网格编码\n新村,1号楼,ZJD-1",
    ),
    **{
        column: (
            "venues",
            f"编号,名称,类别,网格编码,{header}\nQ1,甲,议事亭,ZJD-1,{value}",
            "编号,名称,类别,网格编码\nQ1,甲,议事亭,ZJD-1",
        )
        for column, header, value in (
            ("place", "地点", "大槐树下"), ("capacity", "座位数", "12"),
            ("access", "无障碍说明", "无台阶"), ("x", "图上横坐标", "220"),
            ("y", "图上纵坐标", "180"),
        )
    },
    **{
        column: (
            "bodies",
            f"编码,类别,名称,上级编码,{header}\nQ-1,网格,甲,ZJD,{value}",
            "编码,类别,名称,上级编码\nQ-1,网格,甲,ZJD",
        )
        for column, header, value in (
            ("short_name", "简称", "甲格"), ("name_en", "英文名称", "Grid A"),
            ("phone", "公开电话", "0533-7180100"),
        )
    },
}  # fmt: skip
OF = {"postings": Posting, "buildings": Building, "venues": Venue, "bodies": Body}


@pytest.mark.parametrize("column", KEPT)
def test_a_column_that_the_file_lacks_leaves_what_is_there_and_an_empty_cell_clears_it(
    world: World, column: str
) -> None:
    kind, filled, lacking = KEPT[column]
    send(filled, kind, world.administrator)
    row = OF[kind].objects.latest("pk")  # type: ignore[attr-defined]
    value = getattr(row, column)
    assert value

    send(lacking, kind, world.administrator)
    row.refresh_from_db()
    assert getattr(row, column) == value

    header, line = filled.split("\n")
    # With its comma, or cut off behind the cell before, as some programs save it.
    for empty in (line.rpartition(",")[0], line.rpartition(",")[0] + ","):
        send(filled, kind, world.administrator)
        send(f"{header}\n{empty}", kind, world.administrator)
        row.refresh_from_db()
        assert not getattr(row, column)


def test_bodies_keep_parent_prefix_and_mark_where_the_file_has_no_such_column(
    town: World,
) -> None:
    text = "编码,类别,名称\nFHT-ZZ,部门,综治办\nZJD,社区,珠玑东社区居委会\nZJD-1,网格,一网格\n"
    send(text, "bodies", town.administrator)
    office, community, grid = (Body.objects.get(code=code) for code in ("FHT-ZZ", "ZJD", "ZJD-1"))
    assert (office.name, office.general_office, office.parent) == ("综治办", True, town.street)
    assert (community.prefix, community.parent) == (town.community.prefix, town.street)
    assert (grid.name, grid.parent) == ("一网格", town.community)


def test_an_import_without_last_days_revives_nobody(world: World) -> None:
    send(posts(f"{POSTING},2026-06-30"), "postings", world.administrator)
    batch = send(f"{POSTS}\n{POSTING}", "postings", world.administrator)
    assert (batch.new_count, batch.changed_count) == (0, 0)
    assert str(Posting.objects.get(user__phone="+8613800138001").ends_on) == "2026-06-30"


def test_the_file_finds_what_stands_there_however_it_is_written(world: World) -> None:
    estate, building = world.estate.name, world.building.number
    wide = building.translate({ord(d): chr(ord(d) + 0xFEE0) for d in "0123456789"})
    text = f"小区,楼号,网格编码,排序\n{estate[:2]} {estate[2:]}\u200b,{wide},ｚｊｄ-1,3"
    batch = send(text, "buildings", world.administrator)
    assert (batch.new_count, batch.changed_count) == (0, 1)
    assert send(bodies("ｚｊｄ-1 ,网格,一,zjd,,"), "bodies", world.administrator).new_count == 0


def test_a_number_known_under_another_name_is_asked_about_and_never_taken_silently(
    world: World,
) -> None:
    phone = str(world.stranger.phone)
    text = posts(
        f"{phone},新来的,网格员,ZJD-1,2026-01-01,", f"{phone},新来的,网格员,ZJD-2,2026-01-01,"
    )
    done = rehearse(text, "postings", world.administrator)
    assert done.problems == []
    assert [(one.line, one.known_as, one.named) for one in done.questions] == [
        (2, "过路人", "新来的")
    ]
    assert phone.removeprefix("+86") not in done.questions[0].phone
    for agreed in ((), (3,)):
        with pytest.raises(Refused):
            send(text, "postings", world.administrator, agreed=agreed)
    assert not Posting.objects.filter(user=world.stranger).exists()
    send(text, "postings", world.administrator, agreed=(2,))
    world.stranger.refresh_from_db()
    assert world.stranger.name == "过路人"
    assert Posting.objects.filter(user=world.stranger).count() == 2


def test_the_same_name_in_another_spelling_is_no_question(world: World) -> None:
    text = posts(f"{world.stranger.phone},过 路人\u200b,网格员,ZJD-1,2026-01-01,")
    assert rehearse(text, "postings", world.administrator).questions == []
