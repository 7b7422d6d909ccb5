"""The screens of a sitting: the table, the phone, the wall; and joining it."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_safe

from council.addresses import address_of_phone
from council.enums.screens import Audience, Place
from council.forms.join import JoinForm
from council.presentation.screens import audience_of, parts_of
from council.queries.joining import JOINABLE, meeting_with_code
from council.queries.roll import RollLine
from council.queries.state import SittingState, state_of
from grids.presentation.scan_code import address_in_words, scan_code

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
    now = timezone.now()
    state = state_of(uid, now=now)
    if state is None:
        raise Http404
    key = request.GET.get("key", "")
    audience = audience_of(state, place, request.user.pk, key=key)
    if audience is None:
        raise Http404
    context = screen_context(request, state, place, audience)
    if place == Place.WALL and state.meeting.code:
        path = reverse("council:join_code", args=[state.meeting.code])
        context["join_picture"] = scan_code(path, "join-picture")
        context["join_address"] = address_in_words(reverse("council:join"))
    return render(request, template, context)


def screen_context(
    request: HttpRequest, state: SittingState, place: Place, audience: Audience
) -> dict[str, object]:
    now = state.now
    line = state.line_of(request.user.pk)
    lease = getattr(state.meeting, "lease", None)
    device = device_of(request) if place == Place.TABLE else ""
    live = f"/live/{state.meeting.uid}/?as={place}"
    key = request.GET.get("key", "")
    return {
        "meeting": state.meeting,
        "state": state,
        "parts": parts_of(state, audience, now=now, request=request),
        "audience": audience,
        "line": line,
        "place": place,
        "live": f"{live}&key={key}" if place == Place.WALL else live,
        "now_ms": int(now.timestamp() * 1000),
        "other_table": bool(lease and device and lease.device != device),
        "holder": lease.person if lease else None,
        **_own(state, line, request.GET.get("code", "")),
    }


def _own(state: SittingState, line: RollLine | None, code: str) -> dict[str, object]:
    """What the script reads from the flags, for a page without one."""
    key = line.key if line else None
    speech = state.speech_on
    return {
        "waits": any(waiting.roll_id == key for waiting in state.waiting),
        "speaks": bool(speech and speech.roll_id == key),
        "voted": any(voter.roll_id == key and voter.has_voted for voter in state.voters),
        "may_join": state.meeting.state in JOINABLE and bool(state.meeting.code),
        "code": code,
    }


@require_safe
@never_cache
def join(request: HttpRequest, code: str = "") -> HttpResponse:
    """By the code on the poster or typed in; whoever is not signed in does that first."""
    form = JoinForm(request.GET if "code" in request.GET else None, initial={"code": code})
    typed = code or (form.cleaned_data["code"] if form.is_valid() else "")
    if not typed:
        return render(request, "council/join.html", {"form": form})
    meeting = meeting_with_code(typed)
    if meeting is None:
        again = JoinForm({"code": typed})
        again.add_error("code", _("This code is not, or no longer, that of a sitting."))
        return render(request, "council/join.html", {"form": again}, status=404)
    if not request.user.is_authenticated:
        return redirect_to_login(f"/sit/{meeting.code}/")
    return redirect(f"{address_of_phone(meeting)}?code={meeting.code}")
