"""What Excel does to cells is refused in every column of every file, in words."""

from __future__ import annotations

import pytest
from django.utils import translation

from grids.enums import ImportKind
from grids.importing.columns import COLUMNS
from grids.importing.damage import damage_of
from grids.importing.preparing import cell_problems
from grids.importing.table import Row

DAMAGED = [
    "1.39E+10",
    "1.39e+10",
    "１．３９Ｅ＋１０",
    "1.3912345678E10",
    "5E-05",
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#SPILL!",
    "#GETTING_DATA",
    "Err:502",
    "###",
    "########",
    "＃＃＃＃＃",
    "=VLOOKUP(A2,Sheet2!A:B,2,0)",
    "=A1",
    "???",
    "王\ufffd燕",
    "锟斤拷锟斤拷",
]
MADE_DAYS = ["2026/1/2", "2026-01-02", "1月2日", "2026年1月2日", "2026年1月", "2-Jan", "Jan-02"]
CELLS = [(kind, column) for kind in ImportKind.values for column in COLUMNS[kind]]


@pytest.mark.parametrize("cell", DAMAGED)
def test_damage_is_refused_in_every_column_of_every_file(cell: str) -> None:
    for kind, column in CELLS:
        found = cell_problems([Row(7, {column.key: cell})], kind)
        problem = next(p for p in found if p.column == column.key)
        assert problem.line == 7
        assert "too long" not in problem.sentence, (kind, column.key)


@pytest.mark.parametrize("cell", MADE_DAYS)
def test_what_became_a_day_is_refused_where_no_day_belongs(cell: str) -> None:
    for kind, column in CELLS:
        assert bool(damage_of(cell, day=column.day, phone=column.phone)) is not column.day, kind


@pytest.mark.parametrize("cell", ["46053", "46053.5", "４６０５３"])
def test_a_day_that_was_saved_as_a_number_is_refused(cell: str) -> None:
    assert damage_of(cell, day=True)
    assert not damage_of(cell)


@pytest.mark.parametrize("cell", ["5337180100", "533718010", "13800138000", "4006001234"])
def test_a_number_that_lost_its_zero_is_refused(cell: str) -> None:
    lost = cell.startswith("5")
    assert bool(damage_of(cell, phone=True)) is lost


@pytest.mark.parametrize(
    "cell",
    [
        "", "ZJD-1", "1号楼", "3-2", "#3", "#2楼", "A座", "0533-7180100", "12345", "王晓燕", "?",
        "2单元", "1e5", "E-12", "10月广场", "=", "20260101", "2026", "13800138000", "大槐树（南）",
    ],
)  # fmt: skip
def test_what_people_write_is_no_damage(cell: str) -> None:
    assert not damage_of(cell)
    assert not damage_of(cell, phone=True)


@pytest.mark.parametrize("name", ["张?", "李?明", "张??", "机械厂?院", "?号楼", "Caf? Street"])
def test_a_name_that_lost_a_sign_by_saving_is_refused(name: str) -> None:
    """GBK has no sign for rare letters; a program saves a “?” instead of each."""
    held = {"name", "short_name", "name_en", "name_zh", "estate", "estate_en", "number", "place"}
    columns = [(kind, column) for kind, column in CELLS if column.key in held]
    assert {column.key for _kind, column in columns} == held
    for kind, column in columns:
        with translation.override("en"):
            found = cell_problems([Row(7, {column.key: name})], kind)
        said = next(p.sentence for p in found if p.column == column.key)
        assert "characters were lost" in said, (kind, column.key)


@pytest.mark.parametrize("name", ["张𠮷", "李\ue000明", "东苑（南）", "“和苑”小区", "有问题？"])
def test_a_rare_letter_or_a_sign_in_a_name_is_no_damage(name: str) -> None:
    assert not damage_of(name, named=True)
