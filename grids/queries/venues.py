"""Venues as the public sees them: a community's list, one venue, its poster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models.functions import Length

from grids.codes import plain_code
from grids.models import Body, Venue
from grids.queries.places import venues
from grids.queries.where import building_of


@dataclass(frozen=True, slots=True)
class CommunityVenues:
    """One community's venues by grid, and the other communities that have some."""

    community: Body | None
    grids: Sequence[tuple[Body, list[Venue]]]
    others: Sequence[Body]

    @property
    def venues(self) -> list[Venue]:
        return [venue for _, group in self.grids for venue in group]


def communities_with_venues() -> list[Body]:
    rows = Body.objects.filter(
        kind="community", active=True, children__active=True, children__venues__active=True
    )
    return list(rows.select_related("parent").order_by("path").distinct())


def community_venues(*, code: str, user_id: int | None) -> CommunityVenues:
    """The community of `code`, otherwise the person's own, or the first: four queries at most."""
    communities, asked = communities_with_venues(), plain_code(code)
    chosen = next((c for c in communities if c.code == asked), None)
    if chosen is None:
        building = building_of(user_id)
        home = building.grid.parent_id if building else None
        chosen = next((c for c in communities if c.pk == home), None)
    chosen = chosen or next(iter(communities), None)
    if chosen is None:
        return CommunityVenues(None, (), ())
    by_grid: dict[int, list[Venue]] = {}
    for venue in venues(under=chosen):
        by_grid.setdefault(venue.grid_id, []).append(venue)
    grids = chosen.children.filter(kind="grid", active=True).order_by(Length("code"), "code")
    return CommunityVenues(
        community=chosen,
        grids=[(grid, by_grid.get(grid.pk, [])) for grid in grids],
        others=[other for other in communities if other.pk != chosen.pk],
    )
