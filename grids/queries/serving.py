"""Which departments and partners serve a place: those of everything that the place lies in."""

from __future__ import annotations

from django.db.models import QuerySet

from grids.enums import BodyKind
from grids.models import Body

OFFICES = frozenset({BodyKind.DEPARTMENT, BodyKind.PARTNER})


def around(path: str) -> list[int]:
    """Keys of the bodies that a place lies in, itself too, the widest first."""
    return [int(key) for key in path.strip("/").split("/")]


def offices_serving(path: str) -> QuerySet[Body]:
    return Body.objects.filter(parent_id__in=around(path), kind__in=OFFICES, active=True)


def serves(body: Body, path: str) -> bool:
    """The same of a body that is at hand."""
    return body.active and body.kind in OFFICES and body.parent_id in around(path)
