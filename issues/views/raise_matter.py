"""Raise an issue. Nothing typed is lost on the way to the code and back."""

from __future__ import annotations

from functools import partial
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
from django.views.decorators.http import require_http_methods

from accounts.carriers import texts_are_carried
from accounts.models import User
from accounts.views.refusals import no_texts
from accounts.views.sign_in import address_of_sign_in
from acting.actions.once import once
from acting.limits import TooMany
from acting.queries.owner import owner_of
from acting.queries.submission import result_of
from acting.refusals import NotNow, Refused
from acting.views.again import drawn_again
from grids.codes import plain_code
from grids.middleware import standing_in
from grids.models import Building
from grids.queries.where import building_of, venue_by_code
from grids.queries.whereabouts import Whereabouts
from grids.talks import way_to_talk
from issues.actions.draft import forget_draft
from issues.addresses import address_of_receipt
from issues.forms.raise_matter import RaiseForm
from issues.forms.raising import raise_from
from issues.forms.write_down import WriteDownForm
from issues.models import Draft, Issue
from issues.origins import invitation_of
from issues.presentation.where import where_of
from issues.queries.drafts import RAISING, asked_about, holding_photos, own_draft
from issues.queries.visible import seen_inside
from issues.rules import may_write_down
from issues.views.around import around_in
from issues.views.drafting import draft_sent, keep_until_signed_in
from issues.views.sent import address_of_sent


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def raise_matter(request: HttpRequest) -> HttpResponse:
    """POST raises the issue, or asks for a phone first.

    What was sent before sign-in is shown only to whoever has proved to be its sender.
    """
    person = request.user if isinstance(request.user, User) else None
    if request.method != "POST":
        home = building_of(person.pk) if person is not None else None
        draft = own_draft(request.GET.get("draft", ""), person)
        return _page(request, _empty_form(request, person, draft, home))
    try:
        return _sent(request, person)
    except TooMany as refused:
        return _too_many(request, refused)


def _sent(request: HttpRequest, person: User | None) -> HttpResponse:
    """A second sending leads where the first led: what that took may make this one a wrong one."""
    draft = draft_sent(request, person)
    form = _form_class(request)(
        request.POST,
        request.FILES,
        person=person,
        draft=draft,
        earlier=holding_photos(request.session),
        around=around_in(request),
    )
    if "look_up" in request.POST:
        return _looked_up(request, form)
    if not form.is_valid():
        key = request.POST.get("submission", "")
        if led := result_of(key, form=RAISING, owner=owner_of(request)):
            return redirect(led)
        return drawn_again(form, partial(_page, request, form), as_asked=form.is_drawn_again)
    if person is None:
        assert draft is not None
        keep_until_signed_in(request, form, draft)
        return redirect(address_of_sign_in(address_of_sent(form.submission_key)))
    try:
        address = once(
            form.submission_key,
            form=RAISING,
            owner=owner_of(request),
            user=person,
            act=lambda: _leads_to(request, raise_from(form, person, now=timezone.now()), person),
        )
    except Refused as refused:
        form.say_at(refused.field, str(refused.message))
        form.not_now = refused if isinstance(refused, NotNow) else None
        return drawn_again(form, partial(_page, request, form), status=refused.status)
    if draft is not None:
        forget_draft(draft)
    return redirect(address)


def _too_many(request: HttpRequest, refused: TooMany) -> HttpResponse:
    """For a visitor: the form with every word, for which there is no draft."""
    form = _form_class(request)(request.POST, person=None, draft=None, around=around_in(request))
    form.is_valid()
    form.say_at("", str(refused.message))
    return _page(request, form, status=refused.status)


def _leads_to(request: HttpRequest, issue: Issue, person: User) -> str:
    """The receipt; or, if a worker wrote it down for a place of others, the empty form again."""
    own = issue.reporter_id == person.pk
    if own or seen_inside(standing_in(request)).filter(pk=issue.pk).exists():
        return address_of_receipt(issue)
    said = _("Written down as {reference}. {grid} has it now.")
    told = said.format(reference=issue.reference, grid=issue.grid.display_name)
    # The same form is drawn next: it is empty, whatever this browser kept of the last one.
    messages.success(request, told, extra_tags="raise")
    return reverse("issues:raise")


def _looked_up(request: HttpRequest, form: RaiseForm) -> HttpResponse:
    """The same form once more, with what was looked for or the places of another community."""
    form.is_valid()
    form.looked_only()
    return _page(request, form)


def _home_of(home: Building, request: HttpRequest) -> dict[str, Any]:
    """Where they live is chosen, unless they came to speak of another community."""
    assert home.grid.parent is not None
    code = home.grid.parent.code
    if plain_code(request.GET.get("community", code)) != code:
        return {}
    return {"community": code, "estate": str(home.estate_id), "building": str(home.pk)}


def _without_place(initial: dict[str, Any]) -> dict[str, Any]:
    """What a draft leaves open was left open: nothing falls back to where somebody lives."""
    place = ("community", "estate", "building")
    return {name: value for name, value in initial.items() if name not in place}


def _form_class(request: HttpRequest) -> type[RaiseForm]:
    """The page of workers has one more field, by which its form is known."""
    if request.method == "POST" and "source" not in request.POST:
        return RaiseForm
    return WriteDownForm if may_write_down(standing_in(request)) else RaiseForm


def _empty_form(
    request: HttpRequest, person: User | None, draft: Draft | None, home: Building | None
) -> RaiseForm:
    """The form with the person's draft, or with the place that poster or profile say."""
    initial: dict[str, Any] = {"submission": uuid4()}
    venue = request.GET.get("venue", "")
    if home is not None and not venue:
        initial |= _home_of(home, request)
    if venue:
        initial["venue"] = venue
    if call := request.GET.get("call", ""):
        initial["call"] = call
    if draft is not None:
        kept = {name: value for name, value in draft.fields.items() if value is not None}
        initial = {**_without_place(initial), **kept, "submission": draft.submission}
    form = _form_class(request)(
        initial=initial, person=person, draft=draft, around=around_in(request)
    )
    form.show_kept(str(initial.get("kept", "")))
    return form


def _page(request: HttpRequest, form: RaiseForm, status: int = 200) -> HttpResponse:
    place = form.whereabouts
    if place is None and not form.is_bound:
        return render(request, "issues/not_open.html")
    shown = form.data if form.is_bound else form.initial
    code, call = shown.get("venue", ""), shown.get("call", "")
    venue = venue_by_code(str(code)) if code else None
    folded = ("title", "category", "speaks_as", "shop_name")
    here = venue.grid.parent if venue else place and place.community
    context = {
        "here": _here(request, form),
        "form": form,
        "venue": venue,
        "talk_href": way_to_talk(venue, standing_in(request), now=timezone.now()) if venue else "",
        "where": None if venue else _where(place, form),
        "gas_phone": here.gas_phone if here else "",
        "no_texts": "" if form.person or texts_are_carried() else no_texts(),
        "invitation": invitation_of(str(call)) if call else None,
        "writes_down": isinstance(form, WriteDownForm),
        "something_waits": bool(asked_about(form.person, request.session)),
        "unfolded": any(name in form.errors for name in folded),
    }
    return render(request, "issues/raise.html", context, status=status)


def _where(place: Whereabouts | None, form: RaiseForm) -> dict[str, Any]:
    """A matter may also be in no building, or its place be unknown."""
    return {**where_of(place, form.places, found=form.found), "may_be_anywhere": True}


def _here(request: HttpRequest, form: RaiseForm) -> str:
    """The address of this page, also where it answers a form: by it the same place stays chosen.

    So do the places of another community that somebody asked for.
    """
    if not form.is_bound:
        return request.get_full_path()
    kept = {name: form.data.get(name, "") for name in ("community", "venue", "call")}
    query = urlencode({name: value for name, value in kept.items() if value})
    return f"{request.path}?{query}" if query else request.path
