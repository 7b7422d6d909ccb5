"""Calls for ideas: all of a community, one, and what is done with it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from acting.views.drive import drive
from council.forms.calls import ChooseForm, CloseCallForm, OpenCallForm
from council.presentation.calls import call_context, list_of_calls
from council.queries.calls import (
    NewCallSubject,
    call_subject,
    calls_of_community,
    idea_subject,
)
from council.queries.councils import council_of
from council.queries.viewer import viewer_of
from council.views.act_page import CouncilActPage
from grids.middleware import standing_in
from grids.queries.whereabouts import community_of_request
from notifications.views.seeing import marks_seen

BOTH = ["GET", "HEAD", "POST"]


@require_safe
def call_list(request: HttpRequest) -> HttpResponse:
    place = community_of_request(request)
    calls = calls_of_community(place.community) if place else []
    context = list_of_calls(place, calls, timezone.localdate())
    return render(request, "council/calls/calls.html", context)


@marks_seen
@require_safe
def call(request: HttpRequest, uid: UUID) -> HttpResponse:
    now = timezone.now()
    subject = call_subject(uid, viewer_of(standing_in(request), now=now), now=now)
    if subject is None:
        raise Http404
    return render(request, "council/calls/call.html", call_context(subject))


@never_cache
@require_http_methods(BOTH)
def open_call(request: HttpRequest, code: str) -> HttpResponse:
    council = council_of(code)
    if council is None:
        raise Http404
    return drive(
        CouncilActPage(
            request,
            OpenCallForm,
            lambda viewer, now: NewCallSubject(council=council, viewer=viewer),
        )
    )


@never_cache
@require_http_methods(BOTH)
def close(request: HttpRequest, uid: UUID) -> HttpResponse:
    page = CouncilActPage(
        request, CloseCallForm, lambda viewer, now: call_subject(uid, viewer, now=now)
    )
    return drive(page)


@never_cache
@require_http_methods(BOTH)
def choose(request: HttpRequest, uid: UUID, reference: str) -> HttpResponse:
    page = CouncilActPage(
        request,
        ChooseForm,
        lambda viewer, now: idea_subject(uid, reference, viewer, now=now),
    )
    return drive(page)
