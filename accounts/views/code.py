"""Signing in, second step: the code."""

from math import ceil

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import phones
from accounts.enums import CodeAnswer
from accounts.forms.code import CodeForm
from accounts.one_time_code import SignInProcess
from accounts.views.limits import address_is_too_busy
from accounts.views.refusals import REFUSALS, refusal_of
from accounts.views.sign_in import sign_in


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return sign_in(request)
    process = SignInProcess.under_way(request)
    if process is None:
        if request.method == "POST":
            messages.info(request, _("That took a while. Please enter your number once more."))
        return redirect("accounts:sign_in")
    if request.method != "POST":
        return _page(request, process, CodeForm())
    if address_is_too_busy(request, "confirm_login_code"):
        return ratelimit.respond_429(request)
    if "resend" in request.POST:
        return _resend(request, process)
    return _verify(request, process)


def _verify(request: HttpRequest, process: SignInProcess) -> HttpResponse:
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _page(request, process, form, status=422)
    answer = process.check(form.cleaned_data["code"])
    if answer is CodeAnswer.RIGHT:
        return process.complete()
    form.add_error("code", sentence_of(answer, tries_left=process.tries_left))
    return _page(request, process, form, status=422)


def sentence_of(answer: CodeAnswer, *, tries_left: int) -> str:
    if answer is CodeAnswer.EXPIRED:
        return _("This code is older than ten minutes. Please have a new one sent.")
    if answer is CodeAnswer.SPENT or not tries_left:
        return _("That was not the code, too many times. Please have a new one sent.")
    return ngettext(
        "That is not the code of the last message. You can try {count} more time.",
        "That is not the code of the last message. You can try {count} more times.",
        tries_left,
    ).format(count=tries_left)


def _resend(request: HttpRequest, process: SignInProcess) -> HttpResponse:
    try:
        process.send_new_code(now=timezone.now())
    except REFUSALS as refused:
        sentence, status = refusal_of(refused)
        return _page(request, process, CodeForm(), status=status, refusal=sentence)
    messages.success(request, _("A new code is on its way. Only the newest one is good."))
    return redirect("accounts:sign_in_code")


def _page(
    request: HttpRequest,
    process: SignInProcess,
    form: CodeForm,
    *,
    status: int = 200,
    refusal: str = "",
) -> HttpResponse:
    context = {
        "form": form,
        "masked_phone": phones.mask(process.phone),
        "seconds_until_resend": ceil(process.seconds_until_resend),
        "refusal": refusal,
    }
    return render(request, "accounts/code.html", context, status=status)
