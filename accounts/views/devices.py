"""Where I am signed in, and signing out there."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.actions.devices import sign_out_device, sign_out_everywhere
from accounts.models import User
from accounts.queries.devices import MOST, devices_of
from accounts.queries.factors import has_factor, recovery_codes_of
from accounts.sign_in import sign_out
from accounts.views.letting_in import wants_factor


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def devices(request: HttpRequest) -> HttpResponse:
    person = request.user
    assert isinstance(person, User)
    if request.method == "POST":
        return _sent(request, person)
    factor = wants_factor(person) and has_factor(person)
    found = devices_of(person, here=str(request.session.session_key), now=timezone.now())
    context = {
        "devices": found,
        "most": MOST if len(found) == MOST else 0,
        "factor": factor,
        "codes_left": len(recovery_codes_of(person)) if factor else 0,
    }
    return render(request, "accounts/devices.html", context)


def _sent(request: HttpRequest, person: User) -> HttpResponse:
    """Each press signs out, even on an old page, so whoever reads “signed out” may rely on it."""
    if "everywhere" in request.POST:
        sign_out_everywhere(person, actor=person)
        sign_out(request)
        messages.success(request, _("You are signed out on every device."), extra_tags="signed-out")
        return redirect(settings.LOGOUT_REDIRECT_URL)
    typed = request.POST.get("device", "")
    number = int(typed) if typed.isdecimal() and len(typed) < 19 else 0
    if sign_out_device(number, actor=person):
        messages.success(request, _("That device is signed out."))
    else:
        messages.info(request, _("That device is signed out already."))
    return redirect("accounts:devices")
