"""Where somebody with a post is signed in, and signing them out there."""

from __future__ import annotations

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.queries.devices import devices_of
from accounts.queries.factors import has_factor
from accounts.views.letting_in import asks_factors
from acting.refusals import Refused, Unavailable
from grids.actions.look_after_sign_in import (
    authorise_over,
    reset_factor,
    sign_out_posted,
)
from grids.admin.acting import actor_in, standing_in, within
from grids.models import Posting


@require_http_methods(["GET", "HEAD", "POST"])
def devices(request: HttpRequest, posting_id: str) -> HttpResponse:
    theirs = Posting.objects.filter(within(standing_in(request), "body__"))
    number = int(posting_id) if posting_id.isdecimal() and len(posting_id) < 19 else 0
    posting = theirs.select_related("user", "body").filter(pk=number).first()
    if posting is None:
        raise Http404
    try:
        authorise_over(posting.user, actor=actor_in(request), now=timezone.now())
    except Unavailable:
        raise
    except Refused as refused:
        raise Http404 from refused
    if request.method == "POST":
        return _sent(request, posting)
    context = {
        "posting": posting,
        "title": _("Where %(person)s is signed in") % {"person": posting.user},
        "devices": devices_of(posting.user, here="", now=timezone.now()),
        "factor": asks_factors() and has_factor(posting.user),
    }
    whole = admin.site.each_context(request) | context
    return render(request, "admin/grids/devices.html", whole)


def _sent(request: HttpRequest, posting: Posting) -> HttpResponse:
    actor, now = actor_in(request), timezone.now()
    try:
        if "factor" in request.POST:
            reset_factor(posting, actor=actor, now=now)
            messages.success(
                request, _("It is taken away. They set up another one when they come.")
            )
        else:
            sign_out_posted(posting, actor=actor, now=now)
            messages.success(request, _("Signed out on every device."))
    except Refused as refused:
        messages.error(request, str(refused.message))
    return redirect("admin:grids_posting_devices", posting.pk)
