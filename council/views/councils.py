"""The councils of a community, and one council: who sits, who is on the way to a seat."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from acting.views.drive import drive
from council.forms.recommend import RecommendForm
from council.presentation.council import council_context, list_context
from council.queries.candidacies import to_be_looked_after
from council.queries.councils import community_councils, council_of
from council.queries.subjects import council_subject
from council.queries.viewer import viewer_of
from council.views.act_page import CouncilActPage
from grids.middleware import standing_in
from grids.queries.whereabouts import community_of_request
from notifications.views.seeing import marks_seen


@require_safe
def council_list(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    place = community_of_request(request)
    found = community_councils(place.community if place else None, day=timezone.localdate(now))
    viewer = viewer_of(standing_in(request), now=now)
    waiting = to_be_looked_after(viewer, now=now)
    return render(request, "council/councils.html", list_context(found, waiting))


@marks_seen
@require_safe
def council(request: HttpRequest, code: str) -> HttpResponse:
    """`?on=2026-05-31`: who was a member on that day."""
    found = council_of(code)
    if found is None:
        raise Http404
    now = timezone.now()
    viewer = viewer_of(standing_in(request), now=now)
    context = council_context(found, viewer, day=_day(request), now=now)
    return render(request, "council/council.html", context)


def _day(request: HttpRequest) -> date | None:
    """The day that is asked for; None for today, and for what is no day."""
    try:
        return parse_date(request.GET.get("on", ""))
    except ValueError:
        return None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def recommend(request: HttpRequest, code: str) -> HttpResponse:
    page = CouncilActPage(request, RecommendForm, lambda viewer, now: council_subject(code, viewer))
    return drive(page)
