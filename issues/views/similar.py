"""While somebody types, show similar issues of neighbours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from accounts.words import cut
from grids.queries.where import building_by_key, venue_by_code
from grids.queries.whereabouts import community_of_request
from issues.queries.similar import similar_to


@require_POST
def similar(request: HttpRequest) -> HttpResponse:
    """The hint alone, for htmx; it shows only public issues of one community."""
    found = similar_to(cut(request.POST.get("text", ""), 4000), community_id=_community(request))
    return render(request, "issues/similar.html", {"found": found})


def _community(request: HttpRequest) -> int | None:
    """The community of poster or building, or of the first page if none is chosen yet."""
    venue = venue_by_code(request.POST.get("venue", "")[:12])
    if venue is not None:
        return venue.grid.parent_id
    building = building_by_key(request.POST.get("building", ""))
    if building is not None:
        return building.grid.parent_id
    place = community_of_request(request, code=request.POST.get("community", "")[:20])
    return place.community.pk if place is not None else None
