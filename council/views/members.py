"""One term of a member, and what can be done to it."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from council.forms.members import MEMBER_FORMS
from council.presentation.term import term_context
from council.queries.attendance import sat_in
from council.queries.subjects import member_subject
from council.queries.viewer import viewer_of
from council.rules.members import is_member, reads_attendance
from council.views.act_page import drive_act
from grids.middleware import standing_in
from notifications.views.seeing import marks_seen


@marks_seen
@never_cache
@require_safe
@login_required
def term(request: HttpRequest, code: str, uid: UUID) -> HttpResponse:
    """How often they came, and why it ended; for the person and for the community's staff."""
    now = timezone.now()
    viewer = viewer_of(standing_in(request), now=now)
    subject = member_subject(uid, viewer, now=now)
    if subject is None or not reads_attendance(viewer, subject.facts):
        raise Http404
    member = subject.member
    own = is_member(viewer, subject.facts)
    context = term_context(member, sat_in(member), own=own, now=now)
    return render(request, "council/term.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, code: str, uid: UUID, act: str) -> HttpResponse:
    return drive_act(
        request, MEMBER_FORMS, act, lambda viewer, now: member_subject(uid, viewer, now=now)
    )
