"""Sittings: the calendar, one of them, and what can be done before it runs."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from council.enums.planning import MeetingAct
from council.presentation.sitting import sitting_context
from council.presentation.sittings import calendar_context
from council.queries.agenda import agenda_of, proposals_for
from council.queries.sitting import own_line, roll_with_people, told_of
from council.queries.sitting_subjects import asked_of, meeting_subject
from council.queries.sittings import Month, councils_in, of_month, sitting_now
from council.queries.viewer import viewer_of
from council.rules.meetings import prepares
from grids.middleware import standing_in
from grids.queries.whereabouts import community_of_request
from notifications.views.seeing import marks_seen


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """`?month=2026-11&council=ZJD-1&grid=ZJD-1`; what can't be read is as if it weren't there."""
    now = timezone.now()
    place = community_of_request(request)
    viewer = viewer_of(standing_in(request), now=now)
    month = month_of(request.GET.get("month", ""), timezone.localdate(now))
    everywhere = list(councils_in(place.community)) if place else []
    asked = {name: request.GET.get(name, "") for name in ("council", "grid", "community")}
    chosen = [one for one in everywhere if one.body.code == asked["council"]]
    if not chosen and place and asked["grid"]:
        grid = next((body for body in place.grids if body.code == asked["grid"]), None)
        chosen = list(councils_in(grid)) if grid else []
    chosen = chosen or everywhere
    context = calendar_context(
        month,
        of_month(month, chosen, viewer),
        sitting_now(chosen),
        everywhere,
        asked=asked,
        now=now,
    )
    may = {
        "may_convene": bool(asked_of(viewer, MeetingAct.CONVENE)),
        "may_record": bool(asked_of(viewer, MeetingAct.RECORD_TALK)),
    }
    return render(request, "council/sittings.html", {**context, **may, "place": place})


def month_of(words: str, today: date) -> Month:
    """The month that is asked for, otherwise this one."""
    try:
        year, month = (int(part) for part in words.split("-"))
        if 2000 <= year <= 2100:
            return Month(date(year, month, 1))
    except ValueError:
        pass
    return Month(today.replace(day=1))


@marks_seen
@never_cache
@require_safe
def sitting(request: HttpRequest, uid: UUID) -> HttpResponse:
    now = timezone.now()
    viewer = viewer_of(standing_in(request), now=now)
    subject = meeting_subject(uid, viewer, now=now)
    if subject is None:
        raise Http404
    meeting = subject.meeting
    inside = prepares(viewer, subject.facts)
    plans = inside and subject.closed(MeetingAct.ACCEPT_PROPOSAL) is None
    today = timezone.localdate(now)
    context = sitting_context(
        subject,
        agenda_of(meeting),
        roll=roll_with_people(meeting) if inside else (),
        told=told_of(meeting) if inside else (),
        proposals=proposals_for(meeting, today=today, now=now) if plans else (),
        own=own_line(meeting, viewer.user_id) if subject.facts.on_roll else None,
    )
    return render(request, "council/sitting.html", context)
