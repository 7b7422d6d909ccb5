"""The screens of a sitting: the table, the phone, the wall; and joining it."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_safe

from council.addresses import address_of_phone
from council.enums.screens import Audience, Place
from council.forms.join import JoinByCodeForm
from council.presentation.screens import audience_of, own_letters, parts_of
from council.presentation.screens.devices import mark_of, running_device
from council.queries.joining import JOINABLE, meeting_with_code
from council.queries.screens import shown_to_all
from council.queries.state import SittingState, state_of

DEVICE = "table_device"


def device_of(request: HttpRequest) -> str:
    """Two tablets have two sessions; two tabs of one are one device."""
    if DEVICE not in request.session:
        request.session[DEVICE] = str(uuid4())
    return str(request.session[DEVICE])


@require_GET
@login_required
@never_cache
def table(request: HttpRequest, uid: UUID) -> HttpResponse:
    """For chair and recorder; to anybody else there is no such page."""
    return _screen(request, uid, Place.TABLE, "council/table.html")


@require_GET
@never_cache
def phone(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Everybody reads along; those on the roll take part."""
    return _screen(request, uid, Place.PHONE, "council/phone.html")


@require_GET
@never_cache
def wall(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _screen(request, uid, Place.WALL, "council/wall.html")


def _screen(request: HttpRequest, uid: UUID, place: Place, template: str) -> HttpResponse:
    key = request.GET.get("key", "")
    # Of what a visitor may not see no more is read than of what there is none of.
    if not request.user.is_authenticated and not shown_to_all(uid, place, key=key):
        raise Http404
    state = state_of(uid, now=timezone.now())
    if state is None:
        raise Http404
    audience = audience_of(state, place, request.user.pk, key=key)
    if audience is None:
        raise Http404
    return render(request, template, screen_context(request, state, place, audience))


def screen_context(
    request: HttpRequest, state: SittingState, place: Place, audience: Audience
) -> dict[str, object]:
    now = state.now
    holder = running_device(state.meeting)
    device = mark_of(device_of(request)) if place == Place.TABLE else ""
    live = f"/live/{state.meeting.uid}/?as={place}"
    key = request.GET.get("key", "")
    return {
        "meeting": state.meeting,
        "state": state,
        "parts": parts_of(state, audience, now=now, request=request),
        "line": state.line_of(request.user.pk),
        # What the script is told with each frame, for a page without one.
        "own": own_letters(state, audience).get(request.user.pk or 0, ""),
        "may_join": state.meeting.state in JOINABLE and bool(state.meeting.code),
        "code": request.GET.get("code", ""),
        "place": place,
        "live": f"{live}&key={key}" if place == Place.WALL else live,
        "now_ms": int(now.timestamp() * 1000),
        "device": device,
        "runs_elsewhere": holder is not None and holder.mark != device,
    }


@require_safe
@never_cache
def join(request: HttpRequest, code: str = "") -> HttpResponse:
    """By the code on the poster or typed in; whoever is not signed in does that first."""
    form = JoinByCodeForm(request.GET if "code" in request.GET else None, initial={"code": code})
    typed = code or (form.cleaned_data["code"] if form.is_valid() else "")
    if not typed:
        return render(request, "council/join.html", {"form": form})
    meeting = meeting_with_code(typed)
    if meeting is None:
        again = JoinByCodeForm({"code": typed})
        again.add_error("code", _("This code is not, or no longer, that of a sitting."))
        return render(request, "council/join.html", {"form": again}, status=404)
    if not request.user.is_authenticated:
        return redirect_to_login(f"/sit/{meeting.code}/")
    return redirect(f"{address_of_phone(meeting)}?code={meeting.code}")
