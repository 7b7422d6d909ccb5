"""The minutes of a sitting: to read, to print, to check, and what is done to them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
)
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from council.forms.minutes import MINUTES_FORMS
from council.models import MinutesVersion, Sheet
from council.presentation.minutes import minutes_context, openings_of
from council.queries.minutes import Minutes, minutes_for
from council.queries.viewer import viewer_of
from council.views.act_page import drive_act
from grids.middleware import standing_in
from notifications.views.seeing import marks_seen

FILES = {"picture", "thumb"}


def opened(request: HttpRequest, uid: UUID) -> Minutes:
    """The minutes for whoever asks. Raises Http404 for who may not read them."""
    now = timezone.now()
    found = minutes_for(uid, viewer_of(standing_in(request), now=now), now=now)
    if found is None:
        raise Http404
    return found


@marks_seen
@never_cache
@require_safe
def minutes(request: HttpRequest, uid: UUID) -> HttpResponse:
    found = opened(request, uid)
    return render(request, "council/minutes.html", minutes_context(found, _asked(request)))


def _asked(request: HttpRequest) -> int | None:
    """An odd number in the address is no number of a version."""
    number = request.GET.get("version", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 5 else None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, uid: UUID, act: str) -> HttpResponse:
    return drive_act(
        request, MINUTES_FORMS, act, lambda viewer, now: minutes_for(uid, viewer, now=now)
    )


@never_cache
@require_safe
def pdf(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """As it was made last; while it is being made, the page says so."""
    found = opened(request, uid)
    paper = found.paper
    if paper is None or not found.paper_is_ready or not paper.file:
        messages.info(request, _("The PDF is being made. Please try again in a minute."))
        return redirect(found.address)
    name = f"minutes-{found.meeting.starts_at:%Y-%m-%d}.pdf"
    return FileResponse(paper.file.open("rb"), content_type="application/pdf", filename=name)


@never_cache
@require_safe
def text(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The very bytes that are signed: whoever takes their SHA-256 finds it in the record."""
    found = opened(request, uid)
    version = _version(request, found)
    return HttpResponse(found.text_of(version), content_type="application/json")


@never_cache
@require_safe
def openings(request: HttpRequest, uid: UUID) -> JsonResponse:
    """The sections whose salted digests are signed, as far as the reader may read them."""
    found = opened(request, uid)
    version = _version(request, found)
    return JsonResponse({"sections": openings_of(version, found)})


def _version(request: HttpRequest, found: Minutes) -> MinutesVersion:
    """The one that is asked for, as far as it is public. Raises Http404."""
    public = {one.number: one for one in (found.main, *found.addenda) if one is not None}
    number = _asked(request)
    version = found.main if number is None else public.get(number)
    version = version or (found.version_numbered(number) if number is not None else None)
    if version is None or not found.gives_text_of(version):
        raise Http404
    return version


@require_safe
def sheet(request: HttpRequest, uid: UUID, token: UUID, size: str) -> FileResponse:
    """A filed sheet has names and signatures on it: for those who keep the minutes."""
    found = opened(request, uid)
    row: Sheet | None = next((one for one in found.sheets if one.token == token), None)
    if row is None or size not in FILES:
        raise Http404
    try:
        file = getattr(row, size).open("rb")
    except FileNotFoundError as gone:
        raise Http404 from gone
    response = FileResponse(file, content_type="image/webp")
    patch_cache_control(response, private=True, no_store=True)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
