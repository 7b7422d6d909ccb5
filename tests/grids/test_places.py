"""Places beside buildings: they lead to a grid as buildings do, but nobody lives there."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from acting.refusals import Refused
from grids.actions.save_building import save_building
from grids.actions.set_residence import set_residence
from grids.enums import Offered, PlaceKind
from grids.models import Building
from grids.queries.places import places_of
from tests.grids.test_integrity import refused
from tests.world import World

pytestmark = pytest.mark.django_db


def a_road(world: World, name: str = "珠玑路", **fields: str) -> Building:
    return Building.objects.create(
        grid=world.other_grid, kind=PlaceKind.ROAD, number=name, **fields
    )


def test_a_road_stands_outside_all_estates_and_a_building_does_not(world: World) -> None:
    assert a_road(world).estate is None
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Building.objects.create(grid=world.grid, number="9号楼")
    assert refused(error) == "building_in_estate"


def test_what_is_not_known_is_no_kind_of_place(world: World) -> None:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Building.objects.create(grid=world.grid, kind="moon", number="月亮")
    assert refused(error) == "building_kind_known"


def test_a_name_outside_the_estates_stands_once_in_a_grid(world: World) -> None:
    a_road(world)
    with (
        pytest.raises(Refused, match="This grid already has a place of that name"),
        translation.override("en"),
    ):
        save_building(
            Building(grid=world.other_grid, kind=PlaceKind.MARKET, number="珠玑路"),
            actor=None,
            now=timezone.now(),
        )


def test_nobody_lives_in_a_market(world: World) -> None:
    market = Building.objects.create(
        grid=world.grid, estate=world.estate, kind=PlaceKind.MARKET, number="早市"
    )
    with pytest.raises(Refused) as refusal:
        set_residence(world.stranger, building=market, actor=world.stranger, now=timezone.now())
    assert refusal.value.field == "building"


def test_a_building_in_which_people_live_stays_one(world: World) -> None:
    world.building.kind = PlaceKind.FACILITY
    with pytest.raises(Refused) as refusal:
        save_building(world.building, actor=None, now=timezone.now())
    assert refusal.value.field == "kind"
    world.other_building.kind = PlaceKind.FACILITY
    save_building(world.other_building, actor=None, now=timezone.now())


def test_a_place_of_an_estate_stands_in_its_community(world: World) -> None:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Building.objects.create(
            grid=world.far_grid, estate=world.estate, kind=PlaceKind.GATE, number="南门"
        )
    assert refused(error) == "building_in_one_community"


def test_where_people_live_only_buildings_are_offered(world: World) -> None:
    Building.objects.create(
        grid=world.grid, estate=world.estate, kind=PlaceKind.GATE, number="南门"
    )
    road = a_road(world)
    places = places_of(world.community)
    homes = places.only(Offered.HOMES)
    offered = {row.id for estate in homes.estates for row in estate.buildings}
    assert offered == {world.building.pk, world.other_building.pk}
    assert (homes.outside, homes.venues) == ((), ())
    own = places.only(Offered.HOMES, grids=[world.grid.code]).estates
    assert [row.id for estate in own for row in estate.buildings] == [world.building.pk]
    assert places.only(Offered.PLACES).outside == places.outside
    assert [row.label for row in places.estates[1].buildings] == [
        "机械厂家属院3号楼",
        "机械厂家属院南门",
    ]
    assert [row.id for row in places.outside] == [road.pk]


def test_a_building_is_told_to_everybody_by_its_estate_and_a_gate_by_its_name(
    world: World,
) -> None:
    gate = Building.objects.create(
        grid=world.grid, estate=world.estate, kind=PlaceKind.GATE, number="南门"
    )
    assert world.building.public_name == "机械厂家属院"
    assert gate.public_name == "机械厂家属院南门"
    assert a_road(world).public_name == "珠玑路"


@pytest.mark.parametrize(
    ("estate", "own", "english"),
    [
        ("Machine Works Compound", "Building 3", "Machine Works Compound, Building 3"),
        ("Machine Works Compound", "", "Machine Works Compound 3号楼"),
        ("", "Building 3", "机械厂家属院, Building 3"),
        ("", "", "机械厂家属院3号楼"),
    ],
)
def test_each_part_of_a_name_is_english_where_it_has_one(
    world: World, estate: str, own: str, english: str
) -> None:
    world.estate.name_en, world.building.name_en = estate, own
    world.building.estate = world.estate
    assert str(world.building) == "机械厂家属院3号楼"
    with translation.override("en"):
        assert str(world.building) == english
        assert str(world.estate) == (estate or "机械厂家属院")
        assert str(world.venue) == "大槐树议事亭"
        world.venue.name_en = "Scholar-Tree Pavilion"
        assert str(world.venue) == "Scholar-Tree Pavilion"


def test_a_letter_in_a_chinese_name_is_not_taken_for_english(world: World) -> None:
    world.building.number = "A座"
    assert str(world.building) == "机械厂家属院A座"
