"""Recovery codes, for the day when the phone is gone: shown until kept, then never again."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.actions.factors import renew_recovery_codes
from accounts.models import User
from accounts.queries.factors import has_factor, recovery_codes_of
from accounts.views.leading_on import safe_next
from accounts.views.letting_in import after_sign_in, wants_factor
from accounts.views.proof import proof_asked

# In the session that made them, until the person says that they have them.
TO_READ = "recovery_codes_to_read"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def codes(request: HttpRequest) -> HttpResponse:
    person = request.user
    if not isinstance(person, User) or not wants_factor(person) or not has_factor(person):
        return redirect("accounts:devices")
    if request.method == "POST":
        return _sent(request, person)
    if not request.session.get(TO_READ):
        return redirect("accounts:devices")
    context = {
        "codes": [(code[:4], code[4:]) for code in recovery_codes_of(person)],
        "next_url": safe_next(request),
        "made_on": timezone.now(),
    }
    return render(request, "accounts/recovery_codes.html", context)


def _sent(request: HttpRequest, person: User) -> HttpResponse:
    if "renew" not in request.POST:
        request.session.pop(TO_READ, None)
        return redirect(safe_next(request) or after_sign_in())
    asked = proof_asked(request, _("make new recovery codes"))
    if asked is not None:
        return asked
    renew_recovery_codes(person, actor=person)
    request.session[TO_READ] = True
    messages.info(request, _("These are new. The old ones open nothing any more."))
    return redirect("accounts:recovery_codes")
