"""What people call a place, and which one they mean."""

from __future__ import annotations

import pytest

from issues.search.places import NamedPlace, find_places, only_one

EAST = ("珠玑东社区", "珠玑东", "Zhuji East Community")


def building(estate: str, estate_en: str, number: int, grid: str = "ZJD-1") -> NamedPlace:
    names = (f"{number}号楼", f"Building {number}", f"{estate}{number}号楼", estate_en)
    return NamedPlace(f"{estate}{number}", names, EAST, (grid,))


PLACES = [
    building("机械厂家属院", "Machine Works Compound", 3),
    building("机械厂家属院", "Machine Works Compound", 13),
    building("东苑小区", "East Garden Estate", 3, "ZJD-3"),
    NamedPlace("gate", ("南门", "South gate", "机械厂家属院南门"), (*EAST, "出入口"), ("ZJD-1",)),
    NamedPlace("market", ("珠玑路农贸市场", "Farmers' market"), (*EAST, "市场"), ("ZJD-5",)),
    NamedPlace("pavilion", ("大槐树议事亭", "Scholar-Tree Pavilion"), EAST, ("ZJD01", "ZJD-1")),
]
BOTH = ["机械厂家属院3", "东苑小区3"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("3号楼", BOTH),
        ("３ 号楼", BOTH),
        ("三号楼", BOTH),
        ("3栋", BOTH),
        ("珠玑东 3", BOTH),
        ("13号楼", ["机械厂家属院13"]),
        ("机械厂3号楼", ["机械厂家属院3"]),
        ("机械厂家属院 3号楼", ["机械厂家属院3"]),
        ("building 3", BOTH),
        ("east garden 3", ["东苑小区3"]),
        ("南门", ["gate"]),
        ("SOUTH GATE", ["gate"]),
        ("菜市场", ["market"]),
        ("zjd01", ["pavilion"]),
        ("ZJD-5", ["market"]),
        ("大槐树", ["pavilion"]),
        ("99号楼", []),
        ("天安门", []),
        ("", []),
        ("。！", []),
    ],
)
def test_a_place_is_found_by_whatever_it_is_called(words: str, found: list[str]) -> None:
    assert find_places(words, PLACES) == found


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("3号楼", ""),
        ("机械厂家属院3号楼", "机械厂家属院3"),
        ("南门", "gate"),
        ("大槐树", "pavilion"),
        # Only close: a person looks whether it is meant.
        ("菜市场", ""),
        ("天安门", ""),
    ],
)
def test_only_what_can_mean_one_place_is_taken_for_it(words: str, meant: str) -> None:
    assert only_one(words, PLACES) == meant


def test_very_long_words_are_read_at_their_beginning_only() -> None:
    assert find_places("南门" + " 门" * 100_000, PLACES) == ["gate"]
