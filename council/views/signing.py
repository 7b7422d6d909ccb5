"""Signing minutes: a code is sent to the signer's own phone, and is good for this text alone."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import phones
from accounts.models import User
from accounts.signing_proof import SigningProof
from accounts.views.code_flow import CodeFlow
from accounts.views.limits import too_many
from accounts.views.refusals import REFUSALS, refusal_of
from acting.refusals import Refused
from acting.refused_log import note_if_not_theirs
from council.actions.minutes.sign import sign
from council.enums.minutes import MinutesAct
from council.minutes.rules import holder_of
from council.presentation.minutes_paper import version_words
from council.queries.minutes import Minutes
from council.views.minutes import opened


class SigningCode(CodeFlow):
    template = "council/sign_code.html"
    waiting: SigningProof

    def __init__(self, request: HttpRequest, waiting: SigningProof, minutes: Minutes) -> None:
        super().__init__(request, waiting)
        self.minutes = minutes

    def shown(self) -> dict[str, Any]:
        phone = self.waiting.user.phone
        return {"masked_phone": phones.mask(phone or ""), "minutes": self.minutes}

    def send_new_code(self, *, now: datetime) -> None:
        proof = self.waiting
        SigningProof.send(self.request, user=proof.user, bound_to=proof.text, now=now)

    def refusal_of(self, refused: Exception) -> tuple[str, int]:
        return refusal_of(refused)

    def complete(self) -> HttpResponse:
        proof = self.waiting
        proof.forget(self.request)
        meeting = self.minutes.meeting
        try:
            sign(meeting, actor=proof.user, now=timezone.now(), digest=proof.text)
        except Refused as refused:
            note_if_not_theirs(refused, person=proof.user.pk, act="sign")
            messages.error(self.request, str(refused.message))
        else:
            messages.success(self.request, _("Signed. Its digest stands in the record."))
        return redirect(self.minutes.address)

    def done_already(self) -> HttpResponse:
        return redirect(self.minutes.address)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def begin(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What is signed, and where the code goes to."""
    minutes, user = opened(request, uid), _person(request)
    digest = _text(minutes)
    if not digest:
        return _nothing_to_sign(request, minutes)
    if request.method != "POST":
        return _page(request, minutes, digest)
    if busy := too_many(request, "codes_asked"):
        return busy
    if request.POST.get("text") != digest:
        stale = _("The minutes were corrected meanwhile. Please read them again before you sign.")
        return _page(request, minutes, digest, refusal=stale, status=409)
    try:
        SigningProof.begin(request, user=user, bound_to=digest, now=timezone.now())
    except REFUSALS as refused:
        sentence, status = refusal_of(refused)
        return _page(request, minutes, digest, refusal=sentence, status=status)
    return redirect("council:sign_minutes_code", uid)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def code(request: HttpRequest, uid: UUID) -> HttpResponse:
    minutes, user = opened(request, uid), _person(request)
    digest = _text(minutes)
    if not digest:
        return _nothing_to_sign(request, minutes)
    proof = SigningProof.under_way(request, user)
    if proof is None or proof.text != digest:
        return redirect("council:sign_minutes", uid)
    return SigningCode(request, proof, minutes).answer()


def _text(minutes: Minutes) -> str:
    """The digest of what waits for this person's signature; empty where nothing does."""
    if minutes.newest is None or not minutes.offers(MinutesAct.SIGN):
        return ""
    return minutes.digest_of(minutes.newest)


def _nothing_to_sign(request: HttpRequest, minutes: Minutes) -> HttpResponse:
    holder = holder_of(minutes.viewer, minutes.facts)
    if holder is not None and holder in minutes.facts.signed_by:
        messages.info(request, _("You have signed this already."))
    else:
        messages.info(request, _("There is nothing for you to sign here now."))
    return redirect(minutes.address)


def _page(
    request: HttpRequest, minutes: Minutes, digest: str, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    assert minutes.newest is not None
    context = {
        "minutes": minutes,
        "digest": digest,
        "version_words": version_words(minutes.newest),
        "is_addendum": minutes.facts.is_addendum,
        "masked_phone": phones.mask(_person(request).phone or ""),
        "refusal": refusal,
    }
    return render(request, "council/sign.html", context, status=status)


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise TypeError("Whoever signs is signed in.")
    return request.user
