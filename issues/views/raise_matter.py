"""Raise an issue. Nothing typed is lost on the way to the code and back."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from acting.actions.once import once
from acting.queries.owner import owner_of
from acting.refusals import Refused
from grids.middleware import standing_in
from grids.models import Building
from grids.queries.where import building_of, venue_by_code
from issues.actions.draft import begin_draft, forget_draft, save_draft
from issues.actions.raise_issue import raise_issue
from issues.addresses import address_of_receipt
from issues.forms.raise_matter import RaiseForm
from issues.forms.take_down import TakeDownForm
from issues.models import Draft, Issue
from issues.origins import invitation_of
from issues.queries.drafts import DRAFT_KEY, draft_of
from issues.queries.reporters import reporter_by_phone
from issues.queries.visible import seen_inside
from issues.rules import may_take_down

RAISED_KEY = "raised"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def raise_matter(request: HttpRequest) -> HttpResponse:
    """GET shows the form with the draft. POST raises the issue, or asks for a phone first."""
    person = request.user if isinstance(request.user, User) else None
    draft = draft_of(request)
    if request.method != "POST":
        home = building_of(person.pk) if person is not None else None
        return _page(request, _empty_form(request, person, draft, home))
    if person is None and draft is None:
        draft = _begin(request)
    form = _form_class(request)(request.POST, request.FILES, person=person, draft=draft)
    if not form.is_valid():
        return _page(request, form, status=422)
    if person is None:
        assert draft is not None
        save_draft(draft, fields=form.typed(), ready=True, now=timezone.now())
        sent = reverse("issues:raise_sent")
        return redirect(f"{reverse('accounts:sign_in')}?{urlencode({'next': sent})}")
    try:
        address = once(
            form.submission_key,
            owner=owner_of(request),
            user=person,
            act=lambda: _leads_to(request, raise_from(form, person), person),
        )
    except Refused as refused:
        form.add_error(refused.field or None, str(refused.message))
        return _page(request, form, status=422)
    if draft is not None:
        forget_draft(draft)
        request.session.pop(DRAFT_KEY, None)
    return redirect(address)


@never_cache
@require_safe
def raise_sent(request: HttpRequest) -> HttpResponse:
    """Sign-in leads back here: to the receipt, or to the form with all that was typed."""
    reference = request.session.pop(RAISED_KEY, None)
    if reference:
        return redirect("issues:receipt", reference=reference)
    messages.warning(request, _("Your words are still here. Please look once more and send."))
    return redirect("issues:raise")


def raise_from(form: RaiseForm, person: User) -> Issue:
    """Raise the issue of a valid form; a worker raises it for the person they name."""
    matter = form.matter()
    reporter: User | None = person
    if isinstance(form, TakeDownForm) and matter.for_someone_else:
        reporter = reporter_by_phone(matter.contact_phone)
    return raise_issue(
        matter,
        actor=person,
        reporter=reporter,
        now=timezone.now(),
        draft=form.draft,
        origin=form.origin(),
    )


def _leads_to(request: HttpRequest, issue: Issue, person: User) -> str:
    """The receipt; or, if a worker wrote it down for a place of others, the empty form again."""
    own = issue.reporter_id == person.pk
    if own or seen_inside(standing_in(request)).filter(pk=issue.pk).exists():
        return address_of_receipt(issue)
    said = _("Taken down as {reference}. {grid} has it now.")
    messages.success(request, said.format(reference=issue.reference, grid=issue.grid.display_name))
    return reverse("issues:raise")


def _form_class(request: HttpRequest) -> type[RaiseForm]:
    """The page of workers has one more field, by which its form is known."""
    if request.method == "POST" and "source" not in request.POST:
        return RaiseForm
    return TakeDownForm if may_take_down(standing_in(request)) else RaiseForm


def _begin(request: HttpRequest) -> Draft:
    draft = begin_draft(user=None, now=timezone.now())
    request.session[DRAFT_KEY] = str(draft.token)
    return draft


def _empty_form(
    request: HttpRequest, person: User | None, draft: Draft | None, home: Building | None
) -> RaiseForm:
    """The form with the draft, or with the place that poster or profile say."""
    initial: dict[str, Any] = {"submission": uuid4()}
    venue = request.GET.get("venue", "")
    if home is not None and not venue:
        initial["building"] = str(home.pk)
    if venue:
        initial["venue"] = venue
    if call := request.GET.get("call", ""):
        initial["call"] = call
    if draft is not None:
        kept = {name: value for name, value in draft.fields.items() if value is not None}
        kept.pop("submission", None)
        initial = {
            **kept,
            **{key: initial[key] for key in ("submission", "venue", "call") if key in initial},
        }
        if draft.fields.get("ready"):
            initial["submission"] = draft.fields.get("submission") or initial["submission"]
    form = _form_class(request)(initial=initial, person=person, draft=draft, home=home)
    form.show_kept(str(initial.get("kept", "")))
    return form


def _page(request: HttpRequest, form: RaiseForm, status: int = 200) -> HttpResponse:
    shown = form.data if form.is_bound else form.initial
    code, call = shown.get("venue", ""), shown.get("call", "")
    venue = venue_by_code(str(code)) if code else None
    folded = ("title", "category", "place_note", "speaks_as", "shop_name", "for_someone_else")
    context = {
        "form": form,
        "venue": venue,
        "invitation": invitation_of(str(call)) if call else None,
        "takes_down": isinstance(form, TakeDownForm),
        "unfolded": any(name in form.errors for name in (*folded, "contact_name", "contact_phone")),
    }
    return render(request, "issues/raise.html", context, status=status)
