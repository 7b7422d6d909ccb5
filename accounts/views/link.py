"""Signing in by a link that an administrator of the machine has made."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.actions.spend_sign_in_link import spend_sign_in_link
from accounts.sign_in import sign_in_as, sign_out
from accounts.views.letting_in import by_way_of_factor


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, secret: str) -> HttpResponse:
    """Opening it spends nothing, since programs that preview links open them too."""
    if request.method != "POST":
        return render(request, "accounts/link.html")
    person = spend_sign_in_link(secret, actor=None, now=timezone.now())
    if person is None:
        messages.error(request, _("This link was used, or is older than 15 minutes."))
        return redirect("accounts:sign_in")
    sign_out(request)
    sign_in_as(request, person, by="link")
    return by_way_of_factor(request, redirect("desks:after_sign_in"))
