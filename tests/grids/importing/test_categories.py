"""Categories and competences from a file: what is refused, and in which words."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone, translation

from accounts.models import User
from acting.refusals import Refused
from grids.actions.apply_import import apply_rows
from grids.actions.rehearse_import import rehearse_import
from grids.enums import ImportKind
from grids.importing.prepared import PreparedImport
from grids.importing.reading import read
from grids.models import Category, Competence
from tests.world import World

KINDS, WHO = ImportKind.CATEGORIES, ImportKind.COMPETENCES
HEADER = "编码,名称,英文名称,上级编码,是否不公开,排序\n"


def tried(text: str, kind: str = KINDS, actor: User | None = None) -> PreparedImport:
    rows = read((HEADER if kind == KINDS else "单位编码,事项类别\n") + text, kind)
    with translation.override("en"):
        return rehearse_import(rows, kind=kind, actor=actor, now=timezone.now())


def applied(text: str, kind: str = KINDS, **more: Any) -> PreparedImport:
    rows = read((HEADER if kind == KINDS else "单位编码,事项类别\n") + text, kind)
    return apply_rows(rows, kind=kind, now=timezone.now(), **{"actor": None, **more})


@pytest.mark.parametrize(
    ("text", "column", "sentence"),
    [
        ("a b!,路灯,,,,\n", "code", "A code has letters"),
        ("lamp,路灯,,nowhere,,\n", "parent", "There is no category “nowhere”."),
        ("lamp,路灯,,lamp,,\n", "parent", "two levels only"),
        ("a,甲,,,,\nb,乙,,a,,\nc,丙,,b,,\n", "parent", "two levels only"),
        ("a,甲,,,是,\nb,乙,,a,否,\n", "private", "is private too"),
        ("a,甲,,,大概,\n", "private", "Allowed: yes, no."),
        ("a,甲,,,,一\n", "position", "a number from 0 to 9999"),
        ("a,甲,,,,\nA,乙,,,,\n", "code", "Line 2 already says this"),
        ("a,,,,,\n", "name_zh", "may not be empty"),
        ("sewers,下水,,,是,\n", "private", "on its own page"),
    ],
)
def test_what_is_wrong_is_said_in_its_cell(
    world: World, text: str, column: str, sentence: str
) -> None:
    found = [(one.column, one.sentence) for one in tried(text).problems]
    assert any(name == column and sentence in said for name, said in found), found
    before = Category.objects.count()
    with pytest.raises(Refused):
        applied(text)
    assert Category.objects.count() == before


def test_a_parent_may_come_later_and_what_the_file_lacks_stays(world: World) -> None:
    applied("lamp2,路灯,Lamp,light2,,3\nlight2,照明,,,,\n")
    save_words = read("编码,名称,居民的说法\nlamp2,路灯,灯黑 灯灭\n", KINDS)
    apply_rows(save_words, kind=KINDS, actor=None, now=timezone.now())
    lamp = Category.objects.get(code="lamp2")
    assert lamp.parent == Category.objects.get(code="light2")
    rows = read("编码,名称\nLAMP2,路灯照明\n", KINDS)
    apply_rows(rows, kind=KINDS, actor=None, now=timezone.now())
    lamp.refresh_from_db()
    assert (lamp.name_zh, lamp.name_en, lamp.position) == ("路灯照明", "Lamp", 3)
    assert lamp.said_as == "灯黑 灯灭"
    assert lamp.parent is not None
    assert applied("lamp2,路灯照明,Lamp,light2,,3\nlight2,照明,,,,\n").same == 2


def test_what_stands_under_a_private_one_is_private_without_a_word(world: World) -> None:
    applied("quarrel,纠纷,,,是,\nwall,墙,,quarrel,,\n")
    assert Category.objects.get(code="wall").private


def test_all_districts_share_categories_so_a_street_does_not_import_them(world: World) -> None:
    for actor, may in ((world.administrator, False), (world.district_administrator, True)):
        problems = tried("lamp2,路灯,,,,\n", actor=actor).problems
        assert (problems == []) is may


def test_a_department_answers_for_a_category_by_its_code_or_its_name(world: World) -> None:
    sewers = world.categories["sewers"]
    Competence.objects.all().delete()
    done = applied(f"fht-zj,{sewers.name_zh}\nFHT-HW,SEWERS\n", WHO)
    assert len(done.new) == 2
    assert Competence.objects.filter(category=sewers).count() == 2
    assert applied("FHT-ZJ,sewers\n", WHO).same == 1


@pytest.mark.parametrize(
    ("text", "column", "sentence"),
    [
        ("NONE,sewers\n", "body", "no body with the code"),
        ("ZJD,sewers\n", "body", "Only a department"),
        ("FHT-ZJ,没有的\n", "category", "There is no category “没有的”."),
        ("FHT-ZJ,sewers\nFHT-ZJ,sewers\n", "category", "Line 2 already says this"),
    ],
)
def test_what_is_wrong_with_a_competence_is_said(
    world: World, text: str, column: str, sentence: str
) -> None:
    found = [(one.column, one.sentence) for one in tried(text, WHO).problems]
    assert any(name == column and sentence in said for name, said in found), found


def test_a_department_of_others_is_not_given_a_category(world: World) -> None:
    problems = tried("FHT-ZJ,sewers\n", WHO, actor=world.district_administrator).problems
    assert problems == []
    problems = tried("FHT-ZJ,sewers\n", WHO, actor=world.grid_worker).problems
    assert [one.column for one in problems] == ["body"]
