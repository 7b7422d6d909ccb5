"""Bodies that a sitting can ask to do what it decided."""

from __future__ import annotations

from grids.enums import BodyKind
from grids.models import Body
from grids.queries.serving import around, offices_serving

PLACES = (BodyKind.COMMUNITY, BodyKind.GRID)


def askable(body: Body) -> list[Body]:
    """Departments and partners that serve the place of a council, then the place itself."""
    offices = offices_serving(body.path)
    places = Body.objects.filter(pk__in=around(body.path), kind__in=PLACES, active=True)
    return [*offices.order_by("-path"), *places.order_by("path")]
