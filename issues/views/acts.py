"""The acts that have a form; `acting.views.drive` runs each."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from acting.views.drive import drive
from issues.enums.acts import Act
from issues.forms.acts import ACT_FORMS, RESIDENT_FORMS
from issues.views.act_page import ResidentActPage, WorkerActPage
from issues.views.see_contact import see_contact


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    """An act of those who work on it."""
    form_class = ACT_FORMS.get(act)
    if form_class is None and not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if form_class is None:
        raise Http404
    if form_class.act == Act.SEE_CONTACT:
        return see_contact(request, reference)
    return drive(WorkerActPage(request, reference, form_class))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def resident_act(request: HttpRequest, reference: str, act: Act) -> HttpResponse:
    """An act of residents: support, add, give a verdict, withdraw."""
    return drive(ResidentActPage(request, reference, RESIDENT_FORMS[act]))
