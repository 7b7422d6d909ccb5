"""Bodies that a sitting can ask to do what it decided."""

from __future__ import annotations

from django.db.models import Value
from django.db.models.functions import Length, Replace

from grids.enums import BodyKind
from grids.models import Body
from grids.queries.serving import around, offices_serving

PLACES = (BodyKind.COMMUNITY, BodyKind.GRID)


def askable(body: Body) -> list[Body]:
    """Departments and partners that serve the place of a council, the nearest first, then the
    place itself.
    """
    offices = offices_serving(body.path).annotate(
        steps=Length("path") - Length(Replace("path", Value("/")))
    )
    places = Body.objects.filter(pk__in=around(body.path), kind__in=PLACES, active=True)
    return [*offices.order_by("-steps", "path"), *places.order_by("path")]
