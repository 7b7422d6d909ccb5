"""Fields that several acts of the council share."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from grids.models import Building
from grids.queries.places import EstateChoice


def building_choices(places: list[EstateChoice], empty: str) -> list[Any]:
    return [
        ("", empty),
        *(
            (
                place.name or _("Outside the estates"),
                [(str(b.id), b.label) for b in place.buildings],
            )
            for place in places
        ),
    ]


def building_of_choice(key: str) -> Building | None:
    """A valid choice of the list above."""
    return Building.objects.filter(pk=int(key), grid__active=True).first() if key else None
