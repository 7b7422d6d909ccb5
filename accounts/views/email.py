"""Give an e-mail address for notices, prove it by a code, remove it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.actions.set_email import set_email
from accounts.carriers import email_is_carried
from accounts.email_proof import EmailProof
from accounts.forms.code import MailCodeForm
from accounts.forms.email import EmailForm
from accounts.models import User
from accounts.views.code_flow import CodeFlow
from accounts.views.limits import too_many
from accounts.views.refusals import REFUSALS, mail_refusal_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def email(request: HttpRequest) -> HttpResponse:
    """404 if no mail can be sent; an address given earlier can still be removed."""
    user = _person(request)
    if not email_is_carried() and (request.method == "POST" or not user.email):
        raise Http404
    if request.method != "POST":
        return _page(request, EmailForm())
    if busy := too_many(request, "codes_asked"):
        return busy
    form = EmailForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        address = form.cleaned_data["email"]
        EmailProof.begin(request, user=user, bound_to=address, now=timezone.now())
    except REFUSALS as refused:
        sentence, status = mail_refusal_of(refused)
        form.add_error("email", sentence)
        return _page(request, form, status=status)
    return redirect("accounts:email_code")


class EmailCode(CodeFlow):
    template = "accounts/email_code.html"
    form_class = MailCodeForm
    waiting: EmailProof

    def shown(self) -> dict[str, Any]:
        return {"address": self.waiting.address}

    def send_new_code(self, *, now: datetime) -> None:
        proof = self.waiting
        EmailProof.send(self.request, user=proof.user, bound_to=proof.address, now=now)

    def refusal_of(self, refused: Exception) -> tuple[str, int]:
        return mail_refusal_of(refused)

    def complete(self) -> HttpResponse:
        self.waiting.complete(self.request)
        messages.success(self.request, _("Your notices now come by e-mail too."))
        return redirect("accounts:email")

    def done_already(self) -> HttpResponse:
        return redirect("accounts:email")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def code(request: HttpRequest) -> HttpResponse:
    proof = EmailProof.under_way(request, _person(request))
    if proof is None:
        return redirect("accounts:email")
    return EmailCode(request, proof).answer()


@require_POST
@login_required
def remove(request: HttpRequest) -> HttpResponse:
    """Each press removes it, even on an old page, so whoever reads “gone” may rely on it."""
    user = _person(request)
    set_email(user, "", actor=user)
    messages.success(request, _("The address is gone. Nothing more is sent to it."))
    return redirect("desks:me")


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise TypeError("An address belongs to a person who is signed in.")
    return request.user


def _page(request: HttpRequest, form: EmailForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "offered": email_is_carried()}
    return render(request, "accounts/email.html", context, status=status)
