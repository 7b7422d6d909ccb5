"""One command to a sitting, from the table or a phone: sent once, applied once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.models import User
from acting.forms.typed import Typed, typed_into
from acting.refusals import NotOpen, Refused
from acting.refused_log import note_if_not_theirs
from acting.views.unsent import signed_out_with
from council.addresses import address_of_phone, address_of_table
from council.enums.screens import Place
from council.enums.table import TableAct
from council.enums.votes import VoteWay
from council.forms.table import COMMANDS
from council.forms.table.base import CommandForm, Sender, first_error
from council.models import Meeting
from council.presentation.screens import audience_of, may_follow, own_letters, parts_of
from council.presentation.secret import not_private
from council.queries.marks import version_of
from council.queries.meetings import meeting_of
from council.queries.state import SittingState, state_of
from council.refusals import INCOMPLETE, AlreadyDone
from council.views.private import is_private
from council.views.screens import device_of

# Sent by a page whose stream is open.
FOLLOWED = "X-Followed"
REFUSED = 422
MOVED_ON = 409


@require_POST
@never_cache
def do(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Answers a script with the frame that is now true, anybody else with the page."""
    meeting = meeting_of(uid)
    if meeting is None or not may_follow(meeting, request.user.pk):
        raise Http404
    if not isinstance(request.user, User):
        return _signed_out(request, meeting)
    act = request.POST.get("act", "")
    if act not in COMMANDS:
        return _no_such_act(request, meeting)
    form = COMMANDS[TableAct(act)](request.POST)
    if error := first_error(form) or _not_here(request, form):
        return _refused(request, meeting, form, error, REFUSED)
    now = timezone.now()
    try:
        form.send(Sender(meeting=meeting, actor=request.user, now=now, device=device_of(request)))
    except AlreadyDone:
        pass
    except Refused as refused:
        note_if_not_theirs(refused, person=request.user.pk, act=act)
        status = MOVED_ON if isinstance(refused, NotOpen) else refused.status
        return _refused(request, meeting, form, str(refused.message), status)
    return _done(request, meeting)


def _place(request: HttpRequest) -> Place:
    return Place.TABLE if request.POST.get("place") == Place.TABLE else Place.PHONE


def _back(request: HttpRequest) -> Callable[[Meeting], str]:
    return address_of_table if _place(request) == Place.TABLE else address_of_phone


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _done(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """A screen that follows by a stream is told the version only.

    Of 300 that vote, each is drawn the same once, by the stream.
    """
    if not _by_script(request):
        return redirect(_back(request)(meeting))
    if FOLLOWED in request.headers:
        version = version_of(meeting.uid)
        return JsonResponse({"meeting": str(meeting.uid), "version": version})
    return JsonResponse(_frame(request, meeting))


def _no_such_act(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    if _by_script(request):
        return JsonResponse({"error": str(INCOMPLETE)}, status=REFUSED)
    messages.error(request, INCOMPLETE)
    return redirect(_back(request)(meeting))


def _frame(request: HttpRequest, meeting: Meeting) -> dict[str, Any]:
    """What is true now, for whoever sent the command."""
    state = state_of(meeting.uid, now=timezone.now())
    return {} if state is None else frame_for(request, state)


def frame_for(request: HttpRequest, state: SittingState) -> dict[str, Any]:
    """The same that comes by the stream."""
    audience = audience_of(state, _place(request), request.user.pk)
    own = own_letters(state, audience).get(request.user.pk or 0, "") if audience else ""
    return {
        "meeting": str(state.meeting.uid),
        "version": state.meeting.version,
        "now": int(state.now.timestamp() * 1000),
        "own": own,
        "parts": parts_of(state, audience, now=state.now) if audience else {},
    }


def _refused(
    request: HttpRequest, meeting: Meeting, form: CommandForm, error: str, status: int
) -> HttpResponse:
    """What was typed stays: in the form by a script, otherwise on a page of its own."""
    if _by_script(request):
        return JsonResponse({"error": error, **_frame(request, meeting)}, status=status)
    context = {
        "meeting": meeting,
        "form": form,
        "act": form.act,
        "error": error,
        "place": _place(request),
        "back": _back(request)(meeting),
    }
    return render(request, "council/command.html", context, status=status)


def _not_here(request: HttpRequest, form: CommandForm) -> str:
    """A secret vote isn't begun where its ballots could be read on the way."""
    secret = form.cleaned_data.get("way") == VoteWay.SECRET
    return not_private() if secret and not is_private(request) else ""


def _signed_out(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    sentence = _("You are signed out. Sign in, and press again.")
    if _by_script(request):
        return JsonResponse({"error": sentence}, status=401)
    typed, next_url = _typed_in(request), address_of_phone(meeting)
    if not typed:
        messages.warning(request, sentence)
    return signed_out_with(request, typed, title=meeting.title, next_url=next_url)


def _typed_in(request: HttpRequest) -> list[Typed]:
    act = request.POST.get("act", "")
    form = COMMANDS[TableAct(act)] if act in COMMANDS else CommandForm
    asked = {n: one for n, one in form.base_fields.items() if n not in CommandForm.base_fields}
    return typed_into(asked, request.POST)
