"""Estates with their buildings, and other places and venues, to choose from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.db.models import Count

from grids.enums import Offered, PlaceKind
from grids.models import Body, Building, Estate, Venue


@dataclass(frozen=True, slots=True)
class BuildingChoice:
    """`number` within its estate and `label` as a whole, in the reader's language.

    `names` are all that people may call it, in any language.
    """

    id: int
    number: str
    label: str
    grid_id: int
    kind: str = PlaceKind.BUILDING
    names: tuple[str, ...] = ()
    grid_code: str = ""


@dataclass(frozen=True, slots=True)
class EstateChoice:
    id: int
    name: str
    community: str
    buildings: tuple[BuildingChoice, ...]


@dataclass(frozen=True, slots=True)
class PlacesChoice:
    """All places of a community: in its estates, outside all of them, and where to talk."""

    estates: tuple[EstateChoice, ...]
    outside: tuple[BuildingChoice, ...]
    venues: tuple[Venue, ...]

    def only(self, offered: str, *, grids: Collection[str] = ()) -> PlacesChoice:
        """Of some grids, if they are named by their codes; estates with nothing left fall away."""
        if offered == Offered.ALL and not grids:
            return self

        def kept(rows: tuple[BuildingChoice, ...]) -> tuple[BuildingChoice, ...]:
            homes = offered == Offered.HOMES
            return tuple(
                row
                for row in rows
                if (not grids or row.grid_code in grids)
                and (not homes or row.kind == PlaceKind.BUILDING)
            )

        estates = (replace(one, buildings=kept(one.buildings)) for one in self.estates)
        return PlacesChoice(
            estates=tuple(one for one in estates if one.buildings),
            outside=kept(self.outside),
            venues=self.venues if offered == Offered.ALL else (),
        )


def places_of(community: Body) -> PlacesChoice:
    """Whatever a matter of this community can be about: two queries."""
    rows = Building.objects.filter(grid__parent=community, grid__active=True)
    rows = rows.select_related("estate", "grid").order_by(
        "estate__name", "estate_id", "position", "number"
    )
    found = list(rows)
    for row in found:
        row.grid.parent = community
        if row.estate is not None:
            row.estate.community = community
    return PlacesChoice(
        estates=tuple(_estate(estate, group) for estate, group in _by_estate(found)),
        outside=tuple(_choice(row) for row in found if row.estate is None),
        venues=tuple(venues(under=community)),
    )


def grid_of_estate(estate: Estate) -> Body | None:
    """The grid that most of its places stand in: whoever has it asks the next one."""
    grids = Body.objects.filter(active=True, buildings__estate=estate)
    return (
        grids.select_related("parent__schedule")
        .annotate(places=Count("buildings"))
        .order_by("-places", "path")
        .first()
    )


def _by_estate(rows: list[Building]) -> list[tuple[Estate, list[Building]]]:
    groups: dict[int, tuple[Estate, list[Building]]] = {}
    for row in rows:
        if row.estate is not None:
            groups.setdefault(row.estate.pk, (row.estate, []))[1].append(row)
    return list(groups.values())


def _estate(estate: Estate, group: list[Building]) -> EstateChoice:
    return EstateChoice(
        id=estate.pk,
        name=estate.display_name,
        community=estate.community.call_name,
        buildings=tuple(_choice(row) for row in group),
    )


def _choice(row: Building) -> BuildingChoice:
    estate = row.estate
    within = () if estate is None else (f"{estate.name}{row.number}", estate.name_en)
    return BuildingChoice(
        id=row.pk,
        number=row.own_name,
        label=row.display_name,
        grid_id=row.grid_id,
        kind=row.kind,
        names=(row.number, row.name_en, *within),
        # Read along only where all of a community are read.
        grid_code=row.grid.code if "grid" in row._state.fields_cache else "",
    )


def venues(*, under: Body | None = None) -> list[Venue]:
    """Active venues with grid and community, in the order of the tree: one query."""
    rows = Venue.objects.open().select_related("grid__parent")
    if under is not None:
        rows = rows.filter(grid__path__startswith=under.path)
    return list(rows.order_by("grid__parent__path", "grid__path", "name"))
