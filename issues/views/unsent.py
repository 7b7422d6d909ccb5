"""An act that is no longer the person's: why, what changed, and their own words to copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django import forms
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from issues.addresses import address_of_issue
from issues.errors import Refused
from issues.forms.acts import ActForm, Desk
from issues.views.acts_page import changes, next_of

WRITTEN = (forms.CharField, forms.DateTimeField, forms.DecimalField, forms.IntegerField)


@dataclass(frozen=True, slots=True)
class Typed:
    name: str
    label: str
    words: str


def typed_in(request: HttpRequest, form_class: type[ActForm]) -> list[Typed]:
    """What the person wrote, field by field; what was ticked or chosen is quickly done again."""
    return [
        Typed(name, str(field.label), words)
        for name, field in form_class.base_fields.items()
        if isinstance(field, WRITTEN) and not field.widget.is_hidden
        if (words := request.POST.get(name, "").strip())
    ]


def closed(request: HttpRequest, form_class: type[ActForm]) -> HttpResponse | None:
    """Where the matter is not open to the person: nothing of it is said, not even that it exists.

    None where nothing was typed, so that nothing can be lost.
    """
    typed = typed_in(request, form_class)
    if not typed:
        return None
    why = _("This matter is not open to you any more: it has moved on, or your post has ended.")
    return _page(request, form_class, typed, why, back=next_of(request) or "/")


def over(
    request: HttpRequest, desk: Desk, form_class: type[ActForm], refused: Refused
) -> HttpResponse:
    """Where the matter is still theirs to read, with what others did since the page was drawn."""
    told = changes(request, desk, _drawn(request) or desk.issue.raised_at)
    typed = typed_in(request, form_class)
    back = next_of(request) or address_of_issue(desk.issue)
    return _page(request, form_class, typed, str(refused.message), back=back, told=told)


def signed_out(request: HttpRequest, form_class: type[ActForm] | None) -> HttpResponse:
    """Where the person is not signed in any more: the way back in, and what they typed."""
    sent = request.method == "POST"
    back = (sent and next_of(request)) or request.get_full_path()
    way_in = redirect_to_login(back)
    typed = typed_in(request, form_class) if sent and form_class is not None else []
    if form_class is None or not typed:
        return way_in
    why = _("You were signed out meanwhile.")
    return _page(request, form_class, typed, why, back=way_in.url, leads=_("Sign in again"))


def _drawn(request: HttpRequest) -> datetime | None:
    try:
        drawn = forms.DateTimeField(required=False).clean(request.POST.get("drawn"))
    except forms.ValidationError:
        return None
    return cast("datetime | None", drawn)


def _page(
    request: HttpRequest,
    form_class: type[ActForm],
    typed: list[Typed],
    why: str,
    *,
    back: str,
    told: list[dict[str, object]] | None = None,
    leads: str = "",
) -> HttpResponse:
    context = {
        "title": form_class.title,
        "why": why,
        "typed": typed,
        "changes": told or [],
        "photos": bool(request.FILES.getlist("photos")),
        "back": back,
        "leads": leads or _("Back"),
    }
    part = "#kept" if getattr(request, "htmx", False) else ""
    return render(request, f"issues/acts/unsent.html{part}", context, status=409)
