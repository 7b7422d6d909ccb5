"""Find the grid by what residents know: their building or a venue."""

from typing import Any

from django.db.models import F

from accounts.queries.prepared import PreparedQuery, given_key
from acting.queries.only_row import only_row
from grids.models import Building, Residence, Venue

LONGEST_KEY = 9
_homes = PreparedQuery(
    lambda: (
        Residence.objects.filter(user_id=given_key("person"))
        .annotate(path=F("building__grid__path"))
        .order_by()
        .only("pk")
    )
)

_buildings = PreparedQuery(
    lambda: (
        Building.objects.filter(pk=given_key("building"), grid__active=True)
        .select_related("grid__parent__schedule", "estate")
        .order_by()
    )
)


def building_of(user_id: int | None) -> Building | None:
    """Where a person lives, if they said so; with estate, grid and community in one query."""
    if user_id is None:
        return None
    homes = Residence.objects.filter(user_id=user_id)
    residence = only_row(homes.select_related("building__estate", "building__grid__parent"))
    return residence.building if residence else None


def building_by_key(key: str) -> Building | None:
    """The building or place of a form's choice, in an active grid; with what it stands in."""
    if not key.isdecimal() or len(key) > LONGEST_KEY:
        return None
    return _buildings.first(building=int(key))


def venue_by_code(code: str) -> Venue | None:
    """The venue of a poster. People also type the code: see `CodeField`."""
    venues = Venue.objects.open().filter(code=code)
    return only_row(venues.select_related("grid__parent__schedule"))


def home_path_of(user_id: int) -> str:
    """The path of the grid where a person lives; empty if they did not say."""
    home: Any = _homes.first(person=user_id)
    return home.path if home else ""
