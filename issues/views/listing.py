"""All public issues as list and plan, with filters and order in the URL, 20 a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from grids.models import Body
from grids.queries.plan import plan_of
from issues.enums.finding import ListOrder
from issues.models import Issue
from issues.presentation.card import card_of
from issues.queries.listing import (
    MOST_COUNTED,
    Filters,
    cards_of,
    count_of,
    found_in_list,
    open_counts,
    public_issues,
)
from issues.queries.stretch import Stretch, in_order, stretch_of
from issues.search.ranking import Ranked, first_close
from issues.views.asked import asked_in
from issues.views.news import watch_of_list

PAGE = 20


@dataclass(frozen=True, slots=True)
class ListedPage:
    """The cards of one page. `count` is how many there are: of a search, of those that fit."""

    issues: list[Issue]
    count: int
    stretch: Stretch | None = None
    page: Page[int] | None = None
    ranked: Ranked = field(default_factory=lambda: Ranked([], []))

    @property
    def close_from(self) -> int | None:
        return first_close(self.ranked, self.page.number, PAGE) if self.page else None


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """For htmx the same view answers with the results alone."""
    asked = asked_in(request)
    place, form, filters = asked.place, asked.form, asked.filters
    grids = place.grids if place is not None else []
    order = form.chosen_order
    shown = (
        _found(filters, order, request.GET) if filters.words else _all(filters, order, request.GET)
    )
    now = timezone.now()
    counts = open_counts(place.community) if place is not None else {}
    context = {
        "form": form,
        "place": place,
        "shown": shown,
        "most_counted": MOST_COUNTED,
        "orders": _orders(request.GET, order, search=bool(filters.words)),
        "words": filters.words,
        "cards": [card_of(issue, now) for issue in shown.issues],
        "plan": plan_of(place.community, grids=grids, counts=counts, grid_href=_href)
        if place is not None
        else None,
        "news": watch_of_list(request, place, shown.issues)
        if place is not None and not filters.words
        else None,
        "grids": [(grid, counts.get(grid.pk, 0), _href(grid)) for grid in grids],
    }
    name = "issues/list.html#results" if request.htmx else "issues/list.html"  # type: ignore[attr-defined]
    return render(request, name, context)


def _all(filters: Filters, order: ListOrder, asked: QueryDict) -> ListedPage:
    after, before = asked.get("after", ""), asked.get("before", "")
    stretch = stretch_of(filters, order, after=after, before=before, size=PAGE)
    return ListedPage(stretch.issues, count_of(public_issues(filters)), stretch=stretch)


def _found(filters: Filters, order: ListOrder, asked: QueryDict) -> ListedPage:
    ranked = in_order(found_in_list(filters), order)
    page = Paginator(ranked.keys, PAGE).get_page(asked.get("page"))
    issues = cards_of(list(page.object_list))
    return ListedPage(issues, len(ranked.exact), page=page, ranked=ranked)


def _orders(asked: QueryDict, chosen: ListOrder, *, search: bool) -> list[dict[str, Any]]:
    """A link for each; what nobody has to choose does not stand in the address."""
    orders = [one for one in ListOrder if search or one != ListOrder.BEST]
    links = []
    for one in orders:
        query = asked.copy()
        for name in ("after", "before", "page", "order"):
            query.pop(name, None)
        if one != orders[0]:
            query["order"] = one.value
        url = f"{reverse('issues:list')}?{query.urlencode()}" if query else reverse("issues:list")
        links.append({"url": url, "label": one.label, "current": one == chosen})
    return links


def _href(grid: Body) -> str:
    query = urlencode({"grid": grid.code, "stage": "open"})
    return f"{reverse('issues:list')}?{query}"
