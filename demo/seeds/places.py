"""Create bodies, categories, venues and buildings through the actions of the administration."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from demo.seeds import place_data as data
from demo.seeds import place_names as names
from demo.seeds.plan import middle, outlines
from grids.actions.save_body import save_body
from grids.actions.save_building import save_building
from grids.actions.save_category import save_category
from grids.actions.save_competence import save_competence
from grids.actions.save_estate import save_estate
from grids.actions.save_venue import save_venue
from grids.enums import BodyKind
from grids.models import Body, Building, Category, Competence, Estate, Venue

WEST = ("60,80 480,60 500,620 90,600", "520,60 930,90 910,610 540,620")


@dataclass(slots=True)
class SeededPlaces:
    """What was created: bodies and categories by code, buildings by their whole name."""

    bodies: dict[str, Body] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)
    buildings: dict[str, Building] = field(default_factory=dict)
    venues: dict[str, Venue] = field(default_factory=dict)


def lay_places(*, now: datetime) -> SeededPlaces:
    """Create all places as the system, which alone may create a district."""
    places = SeededPlaces()
    _lay_bodies(places, now)
    _lay_grids(places, now)
    _open_streets(places, now)
    _lay_categories(places, now)
    _lay_competences(places, now)
    _lay_venues(places, now)
    _lay_other_places(places, _lay_buildings(places, now), now)
    return places


def _lay_bodies(places: SeededPlaces, now: datetime) -> None:
    for kind, code, parent, name, short, english, phone in data.BODIES:
        body = Body(
            kind=kind,
            code=code,
            parent=places.bodies.get(parent),
            name=name,
            short_name=short,
            name_en=english,
            phone=phone,
            prefix=code if kind == BodyKind.COMMUNITY else "",
            gas_phone="0533-7180777" if kind == BodyKind.COMMUNITY else "",
            general_office=code.endswith("-ZZ"),
            # A street needs its general office before it becomes active.
            active=kind != BodyKind.STREET,
        )
        places.bodies[code] = save_body(body, actor=None, now=now)


def _lay_grids(places: SeededPlaces, now: datetime) -> None:
    shapes = {"ZJD": outlines(), "ZJX": list(WEST)}
    for community, lines in shapes.items():
        for number, outline in enumerate(lines, start=1):
            name = data.NUMERALS[number - 1]
            body = Body(
                kind=BodyKind.GRID,
                code=f"{community}-{number}",
                parent=places.bodies[community],
                name=f"{places.bodies[community].short_name}第{name}网格",
                short_name=f"第{name}网格",
                name_en=f"Grid {number}",
                outline=outline,
            )
            places.bodies[body.code] = save_body(body, actor=None, now=now)


def _open_streets(places: SeededPlaces, now: datetime) -> None:
    street = places.bodies["FHT"]
    street.active = True
    save_body(street, actor=None, now=now)


def _lay_categories(places: SeededPlaces, now: datetime) -> None:
    for position, (code, chinese, english, parent) in enumerate(data.CATEGORIES):
        above = places.categories.get(parent)
        category = Category(
            code=code,
            name_zh=chinese,
            name_en=english,
            said_as=data.SAID_AS.get(code, ""),
            parent=above,
            private="disputes" in (code, parent),
            position=position,
        )
        places.categories[code] = save_category(category, actor=None, now=now)


def _lay_competences(places: SeededPlaces, now: datetime) -> None:
    for table in (data.COMPETENCES, data.COMPETENCES_MORE):
        for department, codes in table.items():
            for code in codes:
                row = Competence(
                    department=places.bodies[department], category=places.categories[code]
                )
                save_competence(row, actor=None, now=now)


def _lay_venues(places: SeededPlaces, now: datetime) -> None:
    for grid, kind, name, place, seats, access in data.VENUES:
        body = places.bodies[grid]
        x, y = middle(body.outline)
        community, number = grid.split("-")
        venue = Venue(
            grid=body, kind=kind, name=name, name_en=names.VENUES_EN[name], place=place,
            capacity=seats, access=access, code=f"{community}{int(number):02d}", x=x, y=y,
        )  # fmt: skip
        places.venues[grid] = save_venue(venue, actor=None, now=now)


def _lay_buildings(places: SeededPlaces, now: datetime) -> dict[str, Estate]:
    estates: dict[str, Estate] = {}
    for name, grids in data.ESTATES.items():
        community = places.bodies[next(iter(grids)).split("-")[0]]
        estate = Estate(community=community, name=name, name_en=names.ESTATES_EN[name])
        estates[name] = save_estate(estate, actor=None, now=now)
        position = 0
        for grid, numbers in grids.items():
            for number in numbers:
                position += 1
                building = Building(
                    grid=places.bodies[grid],
                    estate=estate,
                    number=number,
                    name_en=names.building_in_english(number),
                    position=position,
                )
                places.buildings[f"{name}{number}"] = save_building(building, actor=None, now=now)
    return estates


def _lay_other_places(places: SeededPlaces, estates: dict[str, Estate], now: datetime) -> None:
    for position, (estate, grid, kind, name, english) in enumerate(names.PLACES, 100):
        place = Building(
            grid=places.bodies[grid],
            estate=estates.get(estate),
            kind=kind,
            number=name,
            name_en=english,
            position=position,
        )
        places.buildings[f"{estate}{name}"] = save_building(place, actor=None, now=now)
