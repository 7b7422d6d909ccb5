"""The page of one issue."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from issues.presentation.page import context_of
from issues.views.opening import page_or_404


@never_cache
@require_safe
def issue(request: HttpRequest, reference: str) -> HttpResponse:
    return render(request, "issues/issue.html", context_of(page_or_404(request, reference)))
