"""What is kept about a person: see it, download it, have it erased."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.devices import forget_device
from accounts.sign_in import sign_out
from accounts.views.proof import proof_asked
from acting.actions.once import once
from acting.queries.owner import owner_of
from acting.refusals import Refused
from desks.actions.erase_person import erase_person, holds_a_post
from desks.forms.me import EraseForm
from desks.presentation.kept import kept_of
from desks.queries.export_person import export_person
from notifications.views.reading import reader_of


@never_cache
@require_safe
@login_required
def data(request: HttpRequest) -> HttpResponse:
    kept = kept_of(export_person(reader_of(request)))
    return render(request, "desks/me/data.html", {"facts": kept})


@never_cache
@require_safe
@login_required
def download(request: HttpRequest) -> HttpResponse:
    response = JsonResponse(
        export_person(reader_of(request)), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    response["Content-Disposition"] = 'attachment; filename="pavilion-my-data.json"'
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def erase(request: HttpRequest) -> HttpResponse:
    """Erase the person. The submission is stored without them, or it would be erased as well."""
    user, now = reader_of(request), timezone.now()
    form = EraseForm(request.POST or None)

    def act() -> str:
        erase_person(user, actor=user, now=now)
        return reverse("desks:goodbye")

    if request.method == "POST" and form.is_valid():
        if asked := proof_asked(request, _("have yourself forgotten")):
            return asked
        try:
            address = once(
                form.submission_key, form=request.path, owner=owner_of(request), user=None, act=act
            )
        except Refused as refusal:
            form.add_error(None, str(refusal.message))
        else:
            sign_out(request)
            response = redirect(address)
            forget_device(response)
            return response
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "posted": holds_a_post(user, now=now)}
    return render(request, "desks/me/erase.html", context, status=status)


@require_safe
def goodbye(request: HttpRequest) -> HttpResponse:
    return render(request, "desks/me/goodbye.html")
