"""交办单: one issue on a sheet of A4, for those who work on it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from grids.middleware import standing_in
from issues.models import Issue
from issues.presentation.reader import reader_of
from issues.presentation.work_order import order_of
from issues.queries.desk_case import case_of


@require_safe
@login_required
@never_cache
def slip(request: HttpRequest, reference: str) -> HttpResponse:
    """404 for all others, since it has the resident's own words."""
    try:
        case = case_of(reference, standing_in(request), now=timezone.now())
    except Issue.DoesNotExist as unknown:
        raise Http404 from unknown
    reader = reader_of(case.standing, case.facts)
    if not reader.works:
        raise Http404
    return render(request, "issues/slip.html", order_of(case, reader))
