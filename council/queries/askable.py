"""Bodies that a sitting can ask to do what it decided."""

from __future__ import annotations

from grids.enums import BodyKind
from grids.models import Body

OFFICES = (BodyKind.DEPARTMENT, BodyKind.PARTNER)
PLACES = (BodyKind.COMMUNITY, BodyKind.GRID)


def askable(body: Body) -> list[Body]:
    """Departments and partners that serve the place of a council, then the place itself."""
    around = [int(key) for key in body.path.strip("/").split("/")]
    offices = Body.objects.filter(parent_id__in=around, kind__in=OFFICES, active=True)
    places = Body.objects.filter(pk__in=around, kind__in=PLACES, active=True)
    return [*offices.order_by("-path"), *places.order_by("path")]
