"""The places of a community as the form offers them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from grids.enums import PlaceKind
from grids.queries.places import BuildingChoice, PlacesChoice
from grids.queries.whereabouts import Whereabouts
from issues.enums.matter import Spot
from issues.search.places import NamedPlace


@dataclass(frozen=True, slots=True)
class Option:
    """`own` is its name beside that of its estate."""

    value: str
    label: str
    own: str = ""


@dataclass(frozen=True, slots=True)
class EstateOptions:
    """Options of one estate; `estate` is the value of step 1, empty for what was looked for."""

    label: str
    estate: str
    options: tuple[Option, ...]


def at_venue(code: str) -> str:
    """The value of a venue among buildings, which have numbers."""
    return f"at-{code}"


def named_places(here: Whereabouts | None, places: PlacesChoice) -> list[NamedPlace]:
    """All of them by all their names, as search asks for them."""
    if here is None:
        return []
    around = (here.community.name, here.community.name_en)
    rows = [row for estate in places.estates for row in estate.buildings]
    return [
        *(
            NamedPlace(str(row.id), row.names, (*around, *_kind_words(row)), (row.grid_code,))
            for row in [*rows, *places.outside]
        ),
        *(
            NamedPlace(
                at_venue(venue.code),
                (venue.name, venue.name_en),
                (*around, venue.place, str(venue.get_kind_display())),
                (venue.code, venue.grid.code),
            )
            for venue in places.venues
        ),
    ]


def _kind_words(row: BuildingChoice) -> tuple[str, ...]:
    return () if row.kind == PlaceKind.BUILDING else (str(PlaceKind(row.kind).label),)


def labels_of(places: PlacesChoice) -> dict[str, tuple[str, str]]:
    """By key, the whole name of a place and the value of step 1 it belongs to."""
    found: dict[str, tuple[str, str]] = {}
    for estate in places.estates:
        found |= {str(row.id): (row.label, str(estate.id)) for row in estate.buildings}
    found |= {str(row.id): (row.label, Spot.PUBLIC.value) for row in places.outside}
    return found | {
        at_venue(one.code): (one.display_name, Spot.PUBLIC.value) for one in places.venues
    }


def found_of(places: PlacesChoice, keys: Sequence[str]) -> list[dict[str, str]]:
    """What was looked for, with the value of step 1 that each belongs to."""
    labels = labels_of(places)
    return [
        {"value": key, "label": labels[key][0], "estate": labels[key][1]}
        for key in keys
        if key in labels
    ]


def where_of(
    here: Whereabouts | None, places: PlacesChoice, *, found: Sequence[str]
) -> dict[str, Any]:
    """For `issues/parts/steps.html`; what was looked for stands first in step 2."""
    groups = [
        EstateOptions(estate.name, str(estate.id), tuple(_options(estate.buildings)))
        for estate in places.estates
    ]
    if places.outside:
        label = _("Outside the estates")
        groups.append(EstateOptions(label, Spot.PUBLIC.value, tuple(_options(places.outside))))
    if places.venues:
        talks = tuple(Option(at_venue(one.code), one.display_name) for one in places.venues)
        groups.append(EstateOptions(_("Pavilions and rooms"), Spot.PUBLIC.value, talks))
    labels = labels_of(places)
    if hits := tuple(Option(key, labels[key][0]) for key in found if key in labels):
        groups.insert(0, EstateOptions(_("What you looked for"), "", hits))
    return {
        "community": here.community if here else None,
        "others": here.others if here else (),
        "estates": [Option(str(one.id), one.name) for one in places.estates],
        "groups": groups,
        "outside": bool(places.outside),
    }


def _options(rows: Sequence[BuildingChoice]) -> list[Option]:
    return [Option(str(row.id), row.label, row.number) for row in rows]
