"""How many contacts there were in which building: counts, and never whose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from council.models import Council
from grids.enums import PlaceKind
from grids.models import Building

# So many days are looked back on, so that no month alone tells who went where.
LOOKED_BACK = timedelta(days=90)
# Fewer contacts than this are given as “a few”: one could be found out.
SMALL = 3


@dataclass(frozen=True, slots=True)
class Covered:
    building: str
    grid: str
    count: int

    @property
    def is_small(self) -> bool:
        return 0 < self.count < SMALL


def coverage(council: Council, *, now: datetime) -> list[Covered]:
    """Every building for which the council sits, in the order of the estates: one statement.

    Contacts of the members of all councils count, since a building belongs to two of them.
    """
    lately = Q(contact__held_at__gt=now - LOOKED_BACK, contact__held_at__lte=now)
    rows = (
        Building.objects.filter(
            grid__path__startswith=council.body.path, grid__active=True, kind=PlaceKind.BUILDING
        )
        .select_related("estate", "grid")
        .annotate(contacts_held=Count("contact", filter=lately))
        .order_by("estate__name", "estate_id", "position", "number")
    )
    return [Covered(str(row), row.grid.call_name, vars(row)["contacts_held"]) for row in rows]
