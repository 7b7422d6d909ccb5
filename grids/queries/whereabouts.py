"""Which community, and which grid of it, a reader is looking at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.http import HttpRequest

from grids.enums import BodyKind
from grids.models import Body, Residence

GRID_COOKIE = "grid"
YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`grid` is None until it was chosen, by cookie or by residence."""

    community: Body
    grids: Sequence[Body]
    grid: Body | None
    others: Sequence[Body]


def community_of_request(request: HttpRequest) -> Whereabouts | None:
    """The community asked for, otherwise the chosen grid's, the home's, the first: one query.

    None while there is no active community at all.
    """
    home = Residence.objects.filter(user=request.user.pk, building__grid=OuterRef("pk"))
    kinds = [BodyKind.COMMUNITY, BodyKind.GRID]
    rows = Body.objects.filter(kind__in=kinds, active=True).order_by("path")
    bodies = list(rows.annotate(is_home=Exists(home)))
    communities = {body.pk: body for body in bodies if body.kind == BodyKind.COMMUNITY}
    if not communities:
        return None
    grid = _chosen_grid(request, bodies)
    asked = next((c for c in communities.values() if c.code == request.GET.get("community")), None)
    community = asked or (communities.get(grid.parent_id or 0) if grid is not None else None)
    community = community or next(iter(communities.values()))
    grids = sorted((b for b in bodies if b.parent_id == community.pk), key=_natural)
    if grid is not None and grid.parent_id != community.pk:
        grid = None
    others = [body for body in communities.values() if body.pk != community.pk]
    return Whereabouts(community, grids, grid, others)


def _chosen_grid(request: HttpRequest, bodies: Sequence[Body]) -> Body | None:
    code = request.COOKIES.get(GRID_COOKIE, "")
    grids = [body for body in bodies if body.kind == BodyKind.GRID]
    chosen = next((grid for grid in grids if grid.code == code), None)
    return chosen or next((grid for grid in grids if getattr(grid, "is_home", False)), None)


def _natural(grid: Body) -> tuple[int, str]:
    """ZJD-2 stands before ZJD-10."""
    return (len(grid.code), grid.code)
