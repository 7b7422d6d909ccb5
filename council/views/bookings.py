"""The calendar of a venue, and what can be done with it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from acting.forms.act import ActForm
from acting.views.drive import drive
from council.forms.bookings import BOOKING_FORMS, BookForm
from council.forms.talk_here import TalkHereForm
from council.presentation.bookings import calendar_context
from council.queries.bookings import booking_subject, venue_subject
from council.queries.viewer import viewer_of
from council.views.act_page import CouncilActPage, drive_act
from grids.middleware import standing_in
from notifications.views.seeing import marks_seen


@marks_seen
@require_safe
def calendar(request: HttpRequest, code: str) -> HttpResponse:
    """`?week=2026-12-03`: the week in which that day lies."""
    now = timezone.now()
    subject = venue_subject(code, viewer_of(standing_in(request), now=now), now=now)
    if subject is None:
        return render(request, "grids/unknown_venue.html", {"code": code}, status=404)
    context = calendar_context(subject, _day(request))
    return render(request, "council/venues/calendar.html", context)


def _day(request: HttpRequest) -> date | None:
    """The day that is asked for; None for today, and for what is no day."""
    try:
        return parse_date(request.GET.get("week", ""))
    except ValueError:
        return None


class BookPage(CouncilActPage):
    def draw(self, form: ActForm, **drawn: object) -> HttpResponse:
        if isinstance(form, BookForm) and not form.is_bound:
            form.suggest(self.request.GET.get("day", ""))
        return super().draw(form, **drawn)  # type: ignore[arg-type]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def book(request: HttpRequest, code: str) -> HttpResponse:
    """`?day=2026-12-03` suggests a day."""
    page = BookPage(request, BookForm, lambda viewer, now: venue_subject(code, viewer, now=now))
    return drive(page)


class TalkHerePage(CouncilActPage):
    template = "council/venues/talk_here.html"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def talk_here(request: HttpRequest, code: str) -> HttpResponse:
    page = TalkHerePage(
        request, TalkHereForm, lambda viewer, now: venue_subject(code, viewer, now=now)
    )
    return drive(page)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, code: str, uid: UUID, act: str) -> HttpResponse:
    return drive_act(
        request, BOOKING_FORMS, act, lambda viewer, now: booking_subject(code, uid, viewer, now=now)
    )
