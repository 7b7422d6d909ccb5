"""A member's own contacts; for the community's lead, counts by building."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from acting.views.drive import drive
from council.facts.viewer import Viewer
from council.forms.contacts import CONTACT_FORMS
from council.forms.contacts.base import ContactForm
from council.forms.contacts.noted import WriteForm
from council.forms.contacts.plan import DropForm, PlanForm
from council.order.contacts import next_month
from council.presentation.contacts import WRITTEN, contacts_context, coverage_context
from council.queries.contacts import ContactsSubject, contacts_subject
from council.queries.councils import council_of, facts_of_council
from council.queries.coverage import coverage as coverage_of
from council.queries.viewer import viewer_of
from council.rules.contacts import counts_contacts
from council.views.act_page import CouncilActPage
from grids.middleware import standing_in
from notifications.views.seeing import marks_seen

BOTH = ["GET", "HEAD", "POST"]


@marks_seen
@never_cache
@require_safe
@login_required
def contacts(request: HttpRequest) -> HttpResponse:
    """`?month=2026-11`; for who sits in no council there is no such page."""
    now = timezone.now()
    subject = contacts_subject(viewer_of(standing_in(request), now=now), now=now)
    if subject is None:
        raise Http404
    month = _month(request, subject)
    return render(request, "council/contacts/contacts.html", contacts_context(subject, month))


def _month(request: HttpRequest, subject: ContactsSubject) -> date:
    """The month that is asked for, up to the next; this one for what is none."""
    this = subject.this_month
    try:
        asked = datetime.strptime(request.GET.get("month", ""), WRITTEN).date()  # noqa: DTZ007
    except ValueError:
        return this
    back = date(this.year - 10, 1, 1)
    return asked if back <= asked <= next_month(this) else this


def _page(
    request: HttpRequest,
    form_class: type[ContactForm],
    *,
    plan: UUID | None = None,
    contact: UUID | None = None,
) -> HttpResponse:
    def read(viewer: Viewer, now: datetime) -> ContactsSubject | None:
        return contacts_subject(viewer, now=now, plan=plan, contact=contact)

    return drive(CouncilActPage(request, form_class, read))


@never_cache
@require_http_methods(BOTH)
def plan(request: HttpRequest) -> HttpResponse:
    return _page(request, PlanForm)


@never_cache
@require_http_methods(BOTH)
def write(request: HttpRequest) -> HttpResponse:
    """`?plan=` a household of the list."""
    try:
        plan = UUID(request.GET.get("plan", ""))
    except ValueError:
        plan = None
    return _page(request, WriteForm, plan=plan)


@never_cache
@require_http_methods(BOTH)
def drop(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _page(request, DropForm, plan=uid)


@never_cache
@require_http_methods(BOTH)
def act(request: HttpRequest, uid: UUID, act: str) -> HttpResponse:
    form_class = CONTACT_FORMS.get(act)
    if form_class is None:
        raise Http404
    return _page(request, form_class, contact=uid)


@never_cache
@require_safe
@login_required
def coverage(request: HttpRequest, code: str) -> HttpResponse:
    now, council = timezone.now(), council_of(code)
    viewer = viewer_of(standing_in(request), now=now)
    if council is None or not counts_contacts(viewer, facts_of_council(council)):
        raise Http404
    context = coverage_context(council, coverage_of(council, now=now))
    return render(request, "council/contacts/coverage.html", context)
