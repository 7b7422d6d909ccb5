"""The community whose places a form offers, and what of them somebody looks for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.words import cut
from grids.enums import Offered
from grids.queries.places import places_of
from grids.queries.whereabouts import Whereabouts, community_of_request
from issues.forms.steps import MOST_FOUND, Around
from issues.presentation.where import found_of, named_places
from issues.search.places import LONGEST, find_places


def around_in(request: HttpRequest) -> Around:
    """The community that a form names, otherwise the reader's own; with the others by name."""

    def around(code: str) -> Whereabouts | None:
        return community_of_request(request, others=True, code=code)

    return around


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """The places of a community that are called so, for htmx, while somebody types."""
    words = cut(request.GET.get("look", ""), LONGEST)
    here = community_of_request(request) if words.strip() else None
    context: dict[str, object] = {"words": words.strip()}
    if here is not None:
        asked, grids = request.GET.get("only", Offered.ALL), request.GET.getlist("grid")
        offered = places_of(here.community).only(asked, grids=grids)
        keys = find_places(words, named_places(here, offered))[:MOST_FOUND]
        context["found"] = found_of(offered, keys)
    return render(request, "issues/places.html", context)
