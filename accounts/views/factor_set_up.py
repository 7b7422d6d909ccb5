"""Set the second factor up: at the first sign-in, or anew with another phone."""

from __future__ import annotations

from urllib.parse import quote

import segno
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.mfa.utils import decrypt, encrypt
from cryptography.fernet import InvalidToken
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.actions.factors import SetUpAlready, set_up_factor
from accounts.enums import CodeAnswer
from accounts.forms.factor import SetUpForm
from accounts.models import User
from accounts.presence import note_factor
from accounts.queries.factors import has_factor
from accounts.queries.locked import locked_person
from accounts.views.factor_answers import factor_sentence
from accounts.views.leading_on import safe_next
from accounts.views.letting_in import address_of_factor, let_in, wants_factor
from accounts.views.limits import too_many
from accounts.views.proof import is_proved, proof_asked
from accounts.views.recovery_codes import TO_READ

WAITING = "factor_to_set_up"
GROUP = 4


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Who is locked out sets up their first; who is in replaces theirs, having proved it."""
    person = locked_person(request)
    if person is not None:
        if has_factor(person):
            return redirect(address_of_factor(safe_next(request)))
        return _set_up(request, person, replaces=False)
    user = request.user
    if not isinstance(user, User) or not wants_factor(user):
        return redirect("accounts:devices")
    if request.method == "POST":
        # The proof may have grown old while the app was sought and set up.
        asked = proof_asked(request, _("set up your second factor anew"))
        if asked is not None or "begin" in request.POST:
            return asked or redirect("accounts:factor_set_up")
    elif not is_proved(request):
        return redirect("accounts:devices")
    return _set_up(request, user, replaces=True)


def _set_up(request: HttpRequest, person: User, *, replaces: bool) -> HttpResponse:
    secret = _secret_in(request)
    if request.method != "POST":
        return _page(request, person, SetUpForm(), secret)
    if busy := too_many(request, "codes_given"):
        return busy
    form = SetUpForm(request.POST)
    if not form.is_valid():
        return _page(request, person, form, secret, status=422)
    code = form.cleaned_data["code"]
    try:
        answer = set_up_factor(
            person, secret=secret, code=code, replaces=replaces, actor=person, now=timezone.now()
        )
    except SetUpAlready:
        messages.info(request, _("It is set up already: please enter a code of it."))
        return redirect(address_of_factor(safe_next(request)))
    if answer is CodeAnswer.RIGHT:
        return _done(request, person, replaces=replaces)
    form.add_error("code", factor_sentence(answer, person))
    return _page(request, person, form, secret, status=422)


def _done(request: HttpRequest, person: User, *, replaces: bool) -> HttpResponse:
    request.session.pop(WAITING, None)
    request.session[TO_READ] = True
    if replaces:
        note_factor(request.session, now=timezone.now().timestamp())
    else:
        let_in(request, person)
    return redirect(address_of_factor(safe_next(request), page="accounts:recovery_codes"))


def _secret_in(request: HttpRequest) -> str:
    """Kept sealed in the session until it is set up, so that a page that is loaded anew shows it
    again.
    """
    try:
        return str(decrypt(request.session[WAITING]))
    except (KeyError, InvalidToken):
        secret: str = generate_totp_secret()
        request.session[WAITING] = encrypt(secret)
        return secret


def _page(
    request: HttpRequest, person: User, form: SetUpForm, secret: str, *, status: int = 200
) -> HttpResponse:
    address = get_adapter().build_totp_url(person, secret)
    context = {
        "form": form,
        "next_url": safe_next(request),
        "person": person,
        "drawing": _drawn(address),
        "address": address,
        "secret": [secret[at : at + GROUP] for at in range(0, len(secret), GROUP)],
        "anew": locked_person(request) is None,
    }
    return render(request, "accounts/factor_set_up.html", context, status=status)


def _drawn(address: str) -> SafeString:
    """What an app's camera reads: drawn by us, as no other host may learn of it."""
    code = segno.make(quote(address, safe=":/?&=%"), error="m", micro=False)
    drawing = code.svg_inline(border=3, omitsize=True, svgclass="factor-code", lineclass=None)
    return mark_safe(drawing)  # noqa: S308
