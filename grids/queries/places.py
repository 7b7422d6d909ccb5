"""Estates with their buildings, and venues, to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from grids.models import Body, Building, Venue


@dataclass(frozen=True, slots=True)
class BuildingChoice:
    id: int
    number: str
    label: str
    grid_id: int


@dataclass(frozen=True, slots=True)
class EstateChoice:
    id: int
    name: str
    community: str
    buildings: tuple[BuildingChoice, ...]


def estates(*, under: Body | None = None, first_community: int | None = None) -> list[EstateChoice]:
    """Every estate with its buildings in active grids, below `under` or everywhere: one query.

    The estates of `first_community` come first; within a community they stand by name.
    """
    rows = Building.objects.filter(grid__active=True).select_related("estate__community")
    if under is not None:
        rows = rows.filter(grid__path__startswith=under.path)
    rows = rows.order_by(
        "estate__community__path", "estate__name", "estate_id", "position", "number"
    )
    groups: dict[int, list[Building]] = {}
    for row in rows:
        groups.setdefault(row.estate_id, []).append(row)
    ordered = sorted(
        groups.values(), key=lambda group: group[0].estate.community_id != first_community
    )
    return [_estate(group) for group in ordered]


def _estate(group: list[Building]) -> EstateChoice:
    estate = group[0].estate
    return EstateChoice(
        id=estate.pk,
        name=estate.name,
        community=estate.community.call_name,
        buildings=tuple(
            BuildingChoice(b.pk, b.number, f"{estate.name}{b.number}", b.grid_id) for b in group
        ),
    )


def venues(*, under: Body | None = None) -> list[Venue]:
    """Active venues with grid and community, in the order of the tree: one query."""
    rows = Venue.objects.filter(active=True, grid__active=True).select_related("grid__parent")
    if under is not None:
        rows = rows.filter(grid__path__startswith=under.path)
    return list(rows.order_by("grid__parent__path", "grid__path", "name"))
