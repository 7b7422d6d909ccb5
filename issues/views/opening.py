"""Open one issue for a request, or say that there is none."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from grids.middleware import standing_in
from issues.models import Issue
from issues.queries.page import IssuePage, page_of
from issues.queries.visible import get_visible


def issue_or_404(request: HttpRequest, reference: str) -> Issue:
    """Whoever may not see it learns nothing, not even that it exists."""
    try:
        return get_visible(reference, standing_in(request))
    except Issue.DoesNotExist as missing:
        raise Http404 from missing


def page_or_404(request: HttpRequest, reference: str) -> IssuePage:
    try:
        return page_of(reference, standing_in(request), now=timezone.now())
    except Issue.DoesNotExist as missing:
        raise Http404 from missing


def person_of(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the sign-in and back to where the person was going."""
    back = request.path if request.method == "POST" else request.get_full_path()
    return redirect(f"{reverse('accounts:sign_in')}?{urlencode({'next': back})}")


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with, None when it is only asked for."""
    return request.POST if request.method == "POST" else None
