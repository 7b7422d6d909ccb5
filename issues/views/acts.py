"""A worker's act: the form as a page of its own, and the act itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from accounts.models import User
from acting.actions.once import once
from acting.queries.owner import owner_of
from acting.queries.submission import result_of
from acting.refusals import Refused
from grids.middleware import standing_in
from issues.enums import Act
from issues.forms.acts import ACT_FORMS, ActForm, Desk
from issues.forms.acts.see_contact import SeeContactForm
from issues.models import Assignment, Issue
from issues.presentation.reader import reader_of
from issues.queries.facts import facts_of
from issues.queries.visible import get_visible
from issues.refusals import NotYours, Stale, WrongStage
from issues.rules import offered
from issues.views.acts_page import back_from, no_longer, page
from issues.views.unsent import closed, over, signed_out

SAME_LOOK = timedelta(minutes=5)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    """404 where the issue is not theirs to open, 403 where they only read it."""
    form_class = next((form for known, form in ACT_FORMS.items() if known == act), None)
    if not request.user.is_authenticated:
        return signed_out(request, form_class)
    if form_class is None:
        raise Http404
    if request.method == "POST":
        return posted(request, reference, form_class)
    desk = desk_of(request, reference)
    if not offered(form_class.act, desk.standing, desk.facts):
        return page(request, desk, form_class, None, status=409)
    return page(request, desk, form_class, form_class(desk=desk))


def desk_of(request: HttpRequest, reference: str) -> Desk:
    """The issue before a person who works on it."""
    user = request.user
    assert isinstance(user, User)
    standing = standing_in(request)
    try:
        issue = get_visible(reference, standing)
    except Issue.DoesNotExist as unknown:
        raise Http404 from unknown
    turns = tuple(
        Assignment.objects.filter(issue=issue).select_related("body").order_by("turn", "pk")
    )
    current = [turn for turn in turns if turn.left_at is None]
    gone = [turn for turn in turns if turn.left_at is not None]
    if not reader_of(standing, facts_of(issue, current, earlier=gone)).works:
        raise PermissionDenied
    facts = facts_of(issue, current)
    return Desk(
        issue=issue, facts=facts, turns=turns, standing=standing, person=user, now=timezone.now()
    )


def posted(request: HttpRequest, reference: str, form_class: type[ActForm]) -> HttpResponse:
    """What was sent before leads where it led; what can't be sent any more is given back."""
    before = result_of(request.POST.get("submission", ""), owner=owner_of(request))
    if before and form_class.act != Act.SEE_CONTACT:
        return led(request, before)
    try:
        desk = desk_of(request, reference)
    except (Http404, PermissionDenied):
        kept = closed(request, form_class)
        if kept is None:
            raise
        return kept
    moved_on = no_longer(form_class, desk)
    if moved_on is not None:
        return over(request, desk, form_class, moved_on)
    return send(request, desk, form_class)


def send(request: HttpRequest, desk: Desk, form_class: type[ActForm]) -> HttpResponse:
    form = form_class(request.POST, request.FILES, desk=desk)
    if not form.is_valid():
        return page(request, desk, form_class, form, status=422)
    try:
        if isinstance(form, SeeContactForm):
            look(request, form)
            return page(request, desk, form_class, form)
        address = once(
            form.submission_key,
            owner=owner_of(request),
            user=desk.person,
            act=lambda: back_from(request, form.perform()),
        )
    except Stale:
        return stale(request, desk.issue.reference, form_class, form)
    except (NotYours, WrongStage) as refused:
        return over(request, desk, form_class, refused)
    except Refused as refused:
        form.refuse(refused)
        return page(request, desk, form_class, form, status=422)
    messages.success(request, form.told)
    return led(request, address)


def look(request: HttpRequest, form: SeeContactForm) -> None:
    """A doubled press is one look; the same form sent much later, or elsewhere, is another."""
    desk, owner, key = form.desk, owner_of(request), form.submission_key
    here = reverse("issues:act", args=[desk.issue.reference, form.act])

    def act() -> str:
        form.perform()
        return here

    once(key, owner=owner, user=desk.person, act=act)
    if form.card is not None:
        return
    if result_of(str(key), owner=owner, since=desk.now - SAME_LOOK) == here:
        form.show()
    else:
        form.perform()


def stale(
    request: HttpRequest, reference: str, form_class: type[ActForm], sent: ActForm
) -> HttpResponse:
    """What was typed stands again, drawn anew from what the matter is now; one press does it."""
    desk = desk_of(request, reference)
    moved_on = no_longer(form_class, desk)
    if moved_on is not None:
        return over(request, desk, form_class, moved_on)
    data = sent.data.copy()  # type: ignore[attr-defined]
    data["version"] = str(desk.issue.version)
    data["drawn"] = desk.now.isoformat()
    kept = getattr(sent, "kept_tokens", "")
    if kept:
        data["kept"] = kept
    form = form_class(data, desk=desk)
    # Before it is drawn: what the person stands by is said above the fields.
    form.full_clean()
    since: datetime | None = sent.cleaned_data.get("drawn")
    return page(request, desk, form_class, form, status=409, since=since or desk.issue.raised_at)


def led(request: HttpRequest, address: str) -> HttpResponse:
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(address)
    return HttpResponseRedirect(address)
