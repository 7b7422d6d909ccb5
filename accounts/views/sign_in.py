"""Signing in, first step: the number."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import phones
from accounts.carriers import texts_are_carried
from accounts.forms.phone import PhoneForm
from accounts.one_time_code import SignInProcess
from accounts.queries.locked import locked_person
from accounts.sign_in import announce_code_asked
from accounts.views.leading_on import safe_next
from accounts.views.letting_in import address_of_factor
from accounts.views.limits import too_many
from accounts.views.refusals import REFUSALS, no_texts, refusal_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    next_url = safe_next(request)
    if request.user.is_authenticated:
        return redirect(next_url or resolve_url(settings.LOGIN_REDIRECT_URL))
    person = locked_person(request)
    if person is not None:
        # What was written meanwhile as a visitor is theirs: they were asked for no number.
        announce_code_asked(request, person.phone or "", next_url=next_url)
        return redirect(address_of_factor(next_url))
    if request.method == "POST":
        return _send(request, PhoneForm(request.POST), next_url)
    return _page(request, PhoneForm(), next_url)


def address_of_sign_in(next_url: str) -> str:
    """Where a number is given; another number is on the same way as the first."""
    address = reverse("accounts:sign_in")
    return f"{address}?{urlencode({'next': next_url})}" if next_url else address


def _send(request: HttpRequest, form: PhoneForm, next_url: str) -> HttpResponse:
    if busy := too_many(request, "codes_asked"):
        return busy
    if not form.is_valid():
        return _page(request, form, next_url, status=422)
    try:
        SignInProcess.begin(
            request, phone=form.cleaned_data["phone"], next_url=next_url, now=timezone.now()
        )
    except REFUSALS as refused:
        sentence, status = refusal_of(refused)
        form.add_error("phone", sentence)
        return _page(request, form, next_url, status=status)
    announce_code_asked(request, form.cleaned_data["phone"], next_url=next_url)
    return redirect("accounts:sign_in_code")


def _page(
    request: HttpRequest, form: PhoneForm, next_url: str, *, status: int = 200
) -> HttpResponse:
    if form.errors:
        form.fields["phone"].widget.attrs["autofocus"] = True
    pending = SignInProcess.under_way(request)
    context = {
        "form": form,
        "next_url": next_url,
        "no_texts": "" if form.errors or texts_are_carried() else no_texts(),
        # Masked, since whoever sits here now may be somebody else.
        "sent_to": phones.mask(pending.phone) if pending else "",
    }
    return render(request, "accounts/sign_in.html", context, status=status)
