"""Which community, and which grid of it, a reader is looking at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, IntegerField, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, JSONObject
from django.http import HttpRequest

from grids.enums import BodyKind
from grids.models import Body, Residence
from grids.queries.names import call_name

GRID_COOKIE = "grid"
YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another community, as it is offered for a look."""

    code: str
    call_name: str


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`grid` is None until it was chosen, by cookie or by residence."""

    community: Body
    grids: Sequence[Body]
    grid: Body | None
    others: Sequence[Elsewhere] = ()


def community_of_request(request: HttpRequest, *, others: bool = False) -> Whereabouts | None:
    """The community asked for, otherwise the chosen grid's, the home's, the first: one query.

    None while there is no active community at all. With `others`, what else there is, by name.
    """
    chosen = _chosen_grid(request)
    community = Coalesce(
        _key(_communities().filter(code=request.GET.get("community", ""))),
        _key(_communities().filter(pk=Subquery(chosen.values("parent")))),
        _key(_communities().order_by("path")),
    )
    there = Q(pk=community, kind=BodyKind.COMMUNITY) | Q(parent=community, kind=BodyKind.GRID)
    rows = Body.objects.filter(there, active=True).order_by("path")
    rows = rows.annotate(is_chosen=Q(pk=Subquery(chosen.values("pk"))))
    bodies = list(rows.annotate(elsewhere=_names()) if others else rows)
    if not bodies:
        return None
    # By path, a community stands before its grids.
    place, grids = bodies[0], sorted(bodies[1:], key=_natural)
    grid = next((one for one in grids if getattr(one, "is_chosen", False)), None)
    names = [Elsewhere(**name) for name in getattr(place, "elsewhere", ())]
    return Whereabouts(place, grids, grid, [one for one in names if one.code != place.code])


def _communities() -> QuerySet[Body]:
    return Body.objects.filter(kind=BodyKind.COMMUNITY, active=True).order_by()


def _chosen_grid(request: HttpRequest) -> QuerySet[Body]:
    """The grid that this browser remembers, otherwise the one of the home."""
    code = request.COOKIES.get(GRID_COOKIE, "")
    remembered = Q(code="" if "\x00" in code else code)
    home = Residence.objects.filter(user=request.user.pk).values("building__grid")
    grids = Body.objects.filter(remembered | Q(pk=Subquery(home)), kind=BodyKind.GRID, active=True)
    first = Case(When(remembered, then=0), default=1, output_field=IntegerField())
    return grids.order_by(first)[:1]


def _key(bodies: QuerySet[Body]) -> Subquery:
    return Subquery(bodies.values("pk")[:1])


def _names() -> Case:
    """Of every community, but told only once: with the community that is looked at."""
    named = (
        _communities().order_by("path").values(told=JSONObject(code="code", call_name=call_name()))
    )
    return Case(When(kind=BodyKind.COMMUNITY, then=ArraySubquery(named)))


def _natural(grid: Body) -> tuple[int, str]:
    """ZJD-2 stands before ZJD-10."""
    return (len(grid.code), grid.code)
