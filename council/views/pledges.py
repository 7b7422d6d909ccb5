"""What a body was asked for by a sitting, and how it answers."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from council.forms.pledges import PLEDGE_FORMS
from council.presentation.pledge import owed_context, pledge_context
from council.queries.pledges import pledges_owed
from council.queries.subjects import pledge_subject
from council.queries.viewer import viewer_of
from council.views.act_page import drive_act
from grids.middleware import standing_in
from notifications.views.seeing import marks_seen


@require_safe
@never_cache
@login_required
def owed(request: HttpRequest) -> HttpResponse:
    """What is asked of the bodies that the reader speaks for; empty for everybody else."""
    now = timezone.now()
    viewer = viewer_of(standing_in(request), now=now)
    return render(request, "council/pledges.html", owed_context(pledges_owed(viewer), now))


@marks_seen
@require_safe
@never_cache
def pledge(request: HttpRequest, uid: UUID) -> HttpResponse:
    now = timezone.now()
    subject = pledge_subject(uid, viewer_of(standing_in(request), now=now), now=now)
    if subject is None:
        raise Http404
    return render(request, "council/pledge.html", pledge_context(subject, now))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, uid: UUID, act: str) -> HttpResponse:
    return drive_act(
        request, PLEDGE_FORMS, act, lambda viewer, now: pledge_subject(uid, viewer, now=now)
    )
