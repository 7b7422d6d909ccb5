"""Kinds of places and English names from files."""

from __future__ import annotations

import pytest

from grids.enums import PlaceKind
from grids.models import Building, Estate
from tests.grids.actions.test_apply_import import check, problems, send
from tests.world import World

pytestmark = pytest.mark.django_db

HEADER = "小区,楼号,网格编码,类别,英文名称,小区英文名称\n"
PLACES = f"""{HEADER}机械厂家属院,南门,ZJD-1,出入口,South gate,Machine Works Compound
,珠玑路,ZJD-2,道路,Zhuji Road,
,早市,ZJD-1,菜市场,,
新苑,1号楼,ZJD-1,,Building 1,New Court
"""


def test_a_file_lays_roads_gates_and_markets(world: World) -> None:
    batch = send(PLACES, "buildings", world.administrator)
    assert (batch.new_count, batch.changed_count) == (4, 0)
    road = Building.objects.get(number="珠玑路")
    assert (road.kind, road.estate, road.grid) == (PlaceKind.ROAD, None, world.other_grid)
    assert Building.objects.get(number="早市").kind == PlaceKind.MARKET
    gate = Building.objects.get(number="南门")
    assert (gate.kind, gate.estate, gate.name_en) == (PlaceKind.GATE, world.estate, "South gate")
    world.estate.refresh_from_db()
    assert world.estate.name_en == "Machine Works Compound"
    assert Estate.objects.get(name="新苑").name_en == "New Court"
    again = check(PLACES, "buildings", world.administrator)
    assert (again.problems, again.new, again.changed, again.beside) == ([], [], [], [])


def test_a_missing_column_leaves_what_is_there_and_an_empty_cell_clears_it(world: World) -> None:
    send(PLACES, "buildings", world.administrator)
    send("小区,楼号,网格编码\n机械厂家属院,南门,ZJD-1\n", "buildings", world.administrator)
    gate = Building.objects.get(number="南门")
    assert (gate.kind, gate.name_en) == (PlaceKind.GATE, "South gate")
    world.estate.refresh_from_db()
    assert world.estate.name_en == "Machine Works Compound"
    send(f"{HEADER}机械厂家属院,南门,ZJD-1,出入口,,\n", "buildings", world.administrator)
    gate.refresh_from_db()
    assert (gate.kind, gate.name_en) == (PlaceKind.GATE, "")
    world.estate.refresh_from_db()
    assert world.estate.name_en == ""


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("机械厂家属院,南门,ZJD-1,月亮,,", "kind"),
        (",9号楼,ZJD-1,楼,,", "estate"),
        (",9号楼,ZJD-1,,,", "estate"),
        ("机械厂家属院,3号楼,ZJD-1,市场,,", "kind"),
        (f"机械厂家属院,南门,ZJD-1,门,{'a' * 81},", "name_en"),
    ],
)
def test_what_does_not_fit_is_refused_with_line_and_column(
    world: World, line: str, column: str
) -> None:
    assert problems(f"{HEADER}{line}\n", "buildings", world.administrator) == [(2, column)]


def test_an_estate_has_one_english_name_which_one_line_may_say_for_all(world: World) -> None:
    one = f"{HEADER}新苑,1号楼,ZJD-1,,,\n新苑,2号楼,ZJD-1,,,New Court\n"
    send(one, "buildings", world.administrator)
    assert Estate.objects.get(name="新苑").name_en == "New Court"
    two = f"{HEADER}新苑,1号楼,ZJD-1,,,New Yard\n新苑,2号楼,ZJD-1,,,New Court\n"
    assert problems(two, "buildings", world.administrator) == [(3, "estate_en")]


def test_the_preview_shows_the_estates_name_that_changes(world: World) -> None:
    done = check(
        f"{HEADER}机械厂家属院,3号楼,ZJD-1,,,Machine Works\n", "buildings", world.administrator
    )
    assert done.lines[2].before == {"estate_en": ""}


def test_the_same_name_outside_all_estates_is_another_place_in_another_grid(world: World) -> None:
    rows = f"{HEADER},珠玑路,ZJD-1,道路,,\n,珠玑路,ZJD-2,道路,,\n"
    assert send(rows, "buildings", world.administrator).new_count == 2
    twice = f"{HEADER},珠玑路,ZJD-1,道路,,\n, 珠玑路,ZJD-1,道路,,\n"
    assert problems(twice, "buildings", world.administrator) == [(3, "number")]


def test_a_venue_is_named_in_english_and_keeps_it_without_the_column(world: World) -> None:
    header = "编号,名称,类别,网格编码"
    row = "ZJD01,大槐树议事亭,议事亭,ZJD-1"
    send(f"{header},英文名称\n{row},Scholar-Tree Pavilion\n", "venues", world.administrator)
    send(f"{header}\n{row}\n", "venues", world.administrator)
    world.venue.refresh_from_db()
    assert world.venue.name_en == "Scholar-Tree Pavilion"
