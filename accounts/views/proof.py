"""Before an act that weighs much, people prove once more who they are. What they sent is not lost.

The page that asks for the proof holds everything that was sent, and sends it on together with the
proof. So the server keeps nothing, and one more press does what was meant.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from accounts import phones
from accounts.actions.factors import give_factor
from accounts.enums import CodeAnswer
from accounts.forms.code import CodeForm
from accounts.forms.factor import FactorForm
from accounts.models import User
from accounts.presence import Presence, note_code, note_factor
from accounts.sessions import keep_session
from accounts.step_proof import StepProof
from accounts.views.code_flow import sentence_of
from accounts.views.factor_answers import factor_sentence
from accounts.views.letting_in import wants_factor
from accounts.views.limits import too_many
from accounts.views.refusals import REFUSALS, refusal_of

PREFIX = "proof"
GIVEN, RESEND = f"{PREFIX}-code", f"{PREFIX}-resend"
NOT_CARRIED = {"csrfmiddlewaretoken", GIVEN, RESEND}


def is_proved(request: HttpRequest) -> bool:
    """Whether it was proved within the minutes of the settings, or nobody is asked here."""
    return not settings.PROOF_MINUTES or _proves(request, Presence.in_session(request.session))


def _proves(request: HttpRequest, presence: Presence | None) -> bool:
    by_factor, now = wants_factor(_person(request)), timezone.now().timestamp()
    return presence is not None and presence.proved_lately(by_factor=by_factor, now=now)


def proof_asked(request: HttpRequest, what: str) -> HttpResponse | None:
    """None if it is proved, now or lately; otherwise the page that asks before `what` is done."""
    if is_proved(request):
        return None
    answer = (
        _by_factor(request, what) if wants_factor(_person(request)) else _by_code(request, what)
    )
    if answer is not None:
        add_never_cache_headers(answer)
    return answer


def _by_factor(request: HttpRequest, what: str) -> HttpResponse | None:
    person = _person(request)
    if GIVEN not in request.POST:
        return _page(request, FactorForm(prefix=PREFIX), what)
    if busy := too_many(request, "codes_given"):
        return busy
    form = FactorForm(request.POST, prefix=PREFIX)
    if form.is_valid():
        code = form.cleaned_data["code"]
        with transaction.atomic():
            answer = give_factor(person, code=code, actor=person, now=timezone.now())
            if answer is CodeAnswer.RIGHT:
                note_factor(request.session, now=timezone.now().timestamp())
                keep_session(request.session)
                return None
        if answer is CodeAnswer.USED and _proved_meanwhile(request):
            return None
        form.add_error("code", factor_sentence(answer, person))
    return _page(request, form, what, status=422)


def _by_code(request: HttpRequest, what: str) -> HttpResponse | None:
    person = _person(request)
    shown: dict[str, Any] = {"masked_phone": phones.mask(person.phone), "sent": True}
    waiting = _waiting(request, person)
    if RESEND in request.POST or waiting is None:
        return _send(request, person, what, shown)
    if GIVEN not in request.POST:
        return _page(request, CodeForm(prefix=PREFIX), what, **shown)
    if busy := too_many(request, "codes_given"):
        return busy
    form = CodeForm(request.POST, prefix=PREFIX)
    if form.is_valid():
        with transaction.atomic():
            answer = waiting.check(form.cleaned_data["code"])
            if answer is CodeAnswer.RIGHT:
                waiting.forget(request)
                note_code(request.session, now=timezone.now().timestamp())
                keep_session(request.session)
                return None
        if answer is CodeAnswer.USED and _proved_meanwhile(request):
            return None
        form.add_error("code", sentence_of(answer, tries_left=waiting.tries_left))
    return _page(request, form, what, status=422, **shown)


def _waiting(request: HttpRequest, person: User) -> StepProof | None:
    """The code that was sent for this page, if it is still good."""
    waiting = StepProof.under_way(request, person)
    good = waiting is not None and waiting.bound_to == request.path and not waiting.is_too_old
    return waiting if good else None


def _proved_meanwhile(request: HttpRequest) -> bool:
    """Whether a doubled press did it: the first sending of this form has used the code."""
    kept = Presence.as_kept(request.session)
    if kept is None or not _proves(request, kept):
        return False
    kept.keep(request.session)
    return True


def _send(request: HttpRequest, person: User, what: str, shown: dict[str, Any]) -> HttpResponse:
    refusal, status = "", 200
    begin = StepProof.send if RESEND in request.POST else StepProof.begin
    try:
        begin(request, user=person, bound_to=request.path, now=timezone.now())
    except REFUSALS as refused:
        refusal, status = refusal_of(refused)
        # One that was sent before may still be good.
        shown = {**shown, "sent": _waiting(request, person) is not None}
    form = CodeForm(prefix=PREFIX)
    return _page(request, form, what, status=status, refusal=refusal, **shown)


def _page(
    request: HttpRequest, form: Any, what: str, *, status: int = 200, **shown: Any
) -> HttpResponse:
    carried = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_CARRIED
        for value in values
    ]
    context = {
        "form": form,
        "what": what,
        "carried": carried,
        "files": bool(request.FILES),
        "title": _("Once more: is it you?"),
        **shown,
    }
    part = "#ask" if request.headers.get("HX-Request") else ""
    return render(request, f"accounts/proof.html{part}", context, status=status)


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise TypeError("Only who is signed in proves it once more.")
    return request.user
