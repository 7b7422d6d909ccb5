"""All public issues as list and plan, with filters in the URL, 20 a page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from grids.models import Body
from grids.queries.plan import plan_of
from grids.queries.whereabouts import community_of_request
from issues.forms.filters import FilterForm
from issues.presentation.card import card_of
from issues.queries.categories import public_categories
from issues.queries.listing import for_cards, open_counts, public_issues

PAGE = 20


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """For htmx the same view answers with the results alone."""
    place = community_of_request(request, others=True)
    grids = place.grids if place is not None else []
    form = FilterForm(request.GET, grids=grids, categories=public_categories())
    filters = form.filters(place.community if place is not None else None)
    found = public_issues(filters)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    page.object_list = list(for_cards(page.object_list))  # type: ignore[arg-type]
    now = timezone.now()
    counts = open_counts(place.community) if place is not None else {}
    context = {
        "form": form,
        "place": place,
        "page": page,
        "cards": [card_of(issue, now) for issue in page.object_list],
        "plan": plan_of(place.community, grids=grids, counts=counts, grid_href=_href)
        if place is not None
        else None,
        "grids": [(grid, counts.get(grid.pk, 0), _href(grid)) for grid in grids],
    }
    name = "issues/list.html#results" if request.htmx else "issues/list.html"  # type: ignore[attr-defined]
    return render(request, name, context)


def _href(grid: Body) -> str:
    query = urlencode({"grid": grid.code, "stage": "open"})
    return f"{reverse('issues:list')}?{query}"
