"""The communities that a body works in."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, QuerySet

from grids.enums import BodyKind
from grids.models import Body

# What these serve lies where they stand: below their parent.
SERVING = frozenset({BodyKind.DEPARTMENT, BodyKind.PARTNER})


def communities_of(body: Body) -> QuerySet[Body]:
    """Its own community, those below it, or those where its matters come from."""
    path = body.path
    if body.kind in SERVING:
        path = path.removesuffix(f"{body.pk}/")
    return communities_at([path])


def communities_at(paths: Collection[str]) -> QuerySet[Body]:
    """Those that lie above or below one of `paths`."""
    found = Q(pk__in=())
    for path in paths:
        above = Q(pk__in=[int(key) for key in path.split("/") if key])
        found |= Q(path__startswith=path) | above
    return Body.objects.filter(found, kind=BodyKind.COMMUNITY)
