"""Ballots on paper beside a secret vote: a page for chair and recorder."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from accounts.models import User
from acting.refusals import Refused
from acting.refused_log import note_if_not_theirs
from council.actions.votes.count_paper import count_paper
from council.actions.votes.give_paper import give_paper, take_back_paper
from council.addresses import address_of_table
from council.forms.secret_paper import PaperCountForm, PaperForm
from council.forms.table.base import first_error
from council.models import Vote
from council.presentation.secret import not_private
from council.presentation.secret_paper import paper_context
from council.refusals import INCOMPLETE
from council.rules.meetings import runs_table
from council.views.private import is_private
from council.views.secret import vote_for


@never_cache
@sensitive_post_parameters("yes", "no", "abstain", "invalid")
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def paper(request: HttpRequest, uid: UUID, vote: UUID) -> HttpResponse:
    found = vote_for(request, uid, vote)
    person = request.user
    if not isinstance(person, User) or not runs_table(person.pk, found.meeting):
        raise Http404
    counts, refused = "yes" in request.POST, ""
    if request.method == "POST":
        refused = _sent(request, found, person, counts=counts)
        if not refused:
            return redirect(address_of_table(found.meeting) if counts else request.path)
    typed = request.POST.dict() if counts else {}
    context = paper_context(vote_for(request, uid, vote), typed=typed, refused=refused)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, "council/secret/paper.html", context, status=status)


def _sent(request: HttpRequest, vote: Vote, person: User, *, counts: bool) -> str:
    """Why it can't be; "" where it is."""
    if not is_private(request):
        return not_private()
    if not counts:
        return _give(vote, person, PaperForm(request.POST))
    refused = _count(vote, person, PaperCountForm(request.POST))
    if not refused:
        messages.success(request, _("Counted. It is added to the others when they are opened."))
    return refused


def _give(vote: Vote, person: User, form: PaperForm) -> str:
    if not form.is_valid():
        return str(INCOMPLETE)
    act = take_back_paper if form.cleaned_data["back"] else give_paper
    try:
        act(vote, actor=person, now=timezone.now(), roll=form.cleaned_data["roll"])
    except Refused as refused:
        note_if_not_theirs(refused, person=person.pk, act="secret_paper")
        return str(refused.message)
    return ""


@sensitive_variables("form")
def _count(vote: Vote, person: User, form: PaperCountForm) -> str:
    if not form.is_valid():
        return first_error(form)
    tellers = (form.cleaned_data["teller_one"], form.cleaned_data["teller_two"])
    try:
        count_paper(vote, actor=person, now=timezone.now(), count=form.count, tellers=tellers)
    except Refused as refused:
        note_if_not_theirs(refused, person=person.pk, act="secret_paper")
        return str(refused.message)
    return ""
