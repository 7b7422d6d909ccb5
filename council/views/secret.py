"""A secret vote: the ballot, what a holder's device asks for, and what is protected in words."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from acting.refusals import Refused
from acting.refused_log import note_if_not_theirs
from council.actions.votes.cast_secret import cast_secret
from council.actions.votes.give_key import give_key
from council.actions.votes.unlock import unlock
from council.forms.secret import WRONG, BallotForm, KeyForm, OpeningForm
from council.models import Vote
from council.presentation.secret import (
    ballot_context,
    device_context,
    not_private,
    words_context,
)
from council.queries.meetings import meeting_for
from council.queries.secret import batch_for, office_of, secret_vote_of
from council.queries.viewer import viewer_of
from council.secrecy.text import text_of
from council.views.private import is_private
from grids.middleware import standing_in


@require_safe
def in_plain_words(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What a secret vote protects and what it doesn't; chair and recorder check their device."""
    now = timezone.now()
    meeting = meeting_for(uid, viewer_of(standing_in(request), now=now), now=now)
    if meeting is None:
        raise Http404
    context = words_context(meeting, request.user.pk, private=is_private(request))
    return render(request, "council/secret/words.html", context)


@never_cache
@sensitive_post_parameters("choice", "sealed")
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ballot(request: HttpRequest, uid: UUID, vote: UUID) -> HttpResponse:
    """`?for=` names whoever votes at the table."""
    found, refused = vote_for(request, uid, vote), ""
    if request.method == "POST":
        refused = _cast(request, found)
        if not refused:
            messages.success(
                request,
                _("The vote is in. Until the close you can vote again, and the last one counts."),
            )
            at_table = _roll(request)
            return redirect(f"{request.path}?for={at_table}" if at_table else request.path)
    context = ballot_context(
        found,
        request.user.pk,
        roll=_roll(request),
        private=is_private(request),
        refused=refused,
        again=bool(refused) or "again" in request.GET,
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, "council/secret/ballot_page.html", context, status=status)


@sensitive_variables("form")
def _cast(request: HttpRequest, vote: Vote) -> str:
    """Why it can't be counted; "" where it is."""
    if not is_private(request):
        return not_private()
    form = BallotForm(request.POST)
    if not form.is_valid():
        return str(WRONG)
    try:
        cast_secret(
            vote,
            actor=_person(request),
            now=timezone.now(),
            message=form.cleaned_data["sealed"],
            choice=form.chosen,
            roll=_roll(request),
        )
    except Refused as refused:
        note_if_not_theirs(refused, person=request.user.pk, act="cast_secret")
        return str(refused.message)
    return ""


@never_cache
@require_safe
@login_required
def device(request: HttpRequest, uid: UUID, vote: UUID) -> HttpResponse:
    """A holder's own page, for a phone or a second tablet; the table shows the same part."""
    found = vote_for(request, uid, vote)
    office = office_of(found, request.user.pk)
    if office is None:
        raise Http404
    context = device_context(found, office, private=is_private(request))
    return render(request, "council/secret/device.html", context)


@never_cache
@sensitive_post_parameters("point")
@require_POST
def key(request: HttpRequest, uid: UUID, vote: UUID) -> JsonResponse:
    def give(found: Vote, person: User, form: Form) -> str:
        give_key(found, actor=person, now=timezone.now(), point=form.cleaned_data["point"])
        return _("The key is made, and kept on this device alone.")

    return _told(request, vote_for(request, uid, vote), KeyForm(request.POST), give)


@never_cache
@require_safe
def batch(request: HttpRequest, uid: UUID, vote: UUID) -> JsonResponse:
    """The ballots that are the person's to open now, and what shows that the answer is true."""
    found = batch_for(vote_for(request, uid, vote), request.user.pk)
    if found is None:
        raise Http404
    return JsonResponse(
        {
            "messages": [text_of(message) for message in found.messages],
            "checks": [text_of(point) for point in found.checks],
        }
    )


@never_cache
@sensitive_post_parameters("opening")
@require_POST
def opening(request: HttpRequest, uid: UUID, vote: UUID) -> JsonResponse:
    @sensitive_variables("form")
    def open_batch(found: Vote, person: User, form: Form) -> str:
        answers = form.cleaned_data["opening"]
        unlock(found, actor=person, now=timezone.now(), answers=answers)
        return _("This device has done its part.")

    return _told(request, vote_for(request, uid, vote), OpeningForm(request.POST), open_batch)


@sensitive_variables("form")
def _told(
    request: HttpRequest, vote: Vote, form: Form, act: Callable[[Vote, User, Form], str]
) -> JsonResponse:
    """For vote-keys.js: a sentence, whatever became of it."""
    if not isinstance(request.user, User):
        signed_out = _("You were signed out. Sign in again on this device, then press once more.")
        return _words(signed_out, HTTPStatus.UNAUTHORIZED)
    if not is_private(request):
        return _words(not_private(), HTTPStatus.CONFLICT)
    if not form.is_valid():
        return _words(str(WRONG), HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        return _words(act(vote, request.user, form), HTTPStatus.OK)
    except Refused as refused:
        note_if_not_theirs(refused, person=request.user.pk, act="secret_vote")
        return _words(str(refused.message), HTTPStatus.CONFLICT)


def _words(words: str, status: HTTPStatus) -> JsonResponse:
    return JsonResponse({"words": words}, status=status)


def vote_for(request: HttpRequest, uid: UUID, vote: UUID) -> Vote:
    """For whoever may see the sitting. Raises Http404."""
    now = timezone.now()
    meeting = meeting_for(uid, viewer_of(standing_in(request), now=now), now=now)
    found = None if meeting is None else secret_vote_of(meeting.uid, vote)
    if found is None:
        raise Http404
    return found


def _roll(request: HttpRequest) -> UUID | None:
    named = request.GET.get("for")
    if not named:
        return None
    try:
        return UUID(named)
    except ValueError:
        raise Http404 from None


def _person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
