"""One candidacy, and what can be done to it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from council.forms.candidacies import CANDIDACY_FORMS
from council.presentation.candidacy import candidacy_context
from council.queries.candidacies import objections_for
from council.queries.subjects import candidacy_subject
from council.queries.viewer import viewer_of
from council.rules.councils import looks_after
from council.views.act_page import drive_act
from grids.middleware import standing_in
from notifications.views.seeing import marks_seen


@marks_seen
@never_cache
@require_safe
def candidacy(request: HttpRequest, code: str, uid: UUID) -> HttpResponse:
    now = timezone.now()
    viewer = viewer_of(standing_in(request), now=now)
    subject = candidacy_subject(uid, viewer, now=now)
    if subject is None:
        raise Http404
    inside = looks_after(viewer, subject.facts.council)
    objections = objections_for(subject.candidacy, viewer, inside=inside)
    return render(request, "council/candidacy.html", candidacy_context(subject, objections))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, code: str, uid: UUID, act: str) -> HttpResponse:
    return drive_act(
        request, CANDIDACY_FORMS, act, lambda viewer, now: candidacy_subject(uid, viewer, now=now)
    )
