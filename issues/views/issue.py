"""The page of one issue."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from issues.addresses import address_of_issue
from issues.presentation.page import context_of
from issues.views.news import watch_of_issue
from issues.views.opening import page_or_404
from notifications.views.seeing import seen


@never_cache
@require_safe
def issue(request: HttpRequest, reference: str) -> HttpResponse:
    page = page_or_404(request, reference)
    if page.unseen:
        seen(request, address_of_issue(page.issue))
    context = {**context_of(page), "news": watch_of_issue(request, page)}
    return render(request, "issues/issue.html", context)
