"""Open one issue for a request, or answer 404."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.utils import timezone

from grids.middleware import standing_in
from issues.models import Issue
from issues.queries.page import IssuePage, page_of
from issues.queries.visible import get_visible


def issue_or_404(request: HttpRequest, reference: str) -> Issue:
    """404 also if they may not see it, so they don't even learn that it exists."""
    try:
        return get_visible(reference, standing_in(request))
    except Issue.DoesNotExist as missing:
        raise Http404 from missing


def page_or_404(request: HttpRequest, reference: str) -> IssuePage:
    try:
        return page_of(reference, standing_in(request), now=timezone.now())
    except Issue.DoesNotExist as missing:
        raise Http404 from missing
