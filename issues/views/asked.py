"""What of all public matters a request asks for."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from grids.queries.whereabouts import Whereabouts, community_of_request
from issues.forms.filters import FilterForm
from issues.queries.categories import public_categories
from issues.queries.listing import Filters


@dataclass(frozen=True, slots=True)
class AskedList:
    place: Whereabouts | None
    form: FilterForm
    filters: Filters


def asked_in(request: HttpRequest) -> AskedList:
    """Two statements: the place with its grids, and the categories."""
    place = community_of_request(request, others=True)
    grids = place.grids if place is not None else []
    form = FilterForm(request.GET, grids=grids, categories=public_categories())
    return AskedList(place, form, form.filters(place.community if place is not None else None))
