"""The sections of a community's desk."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.queries.prepared import Given
from clocks.calendar import WorkCalendar
from clocks.queries.calendar import calendar_of, current_calendar
from clocks.spans import in_shanghai
from desks.sections.base import DeskPlan, DeskSection, any_clock
from desks.sections.shared import (
    DUE_TODAY,
    in_hand,
    lately_ended,
    stuck,
    to_take_in,
    to_verify,
    unreached,
)
from grids.models import Body
from issues.enums.turns import Level
from issues.queries.desk import (
    OPEN,
    at_hand,
    due_by,
    in_community,
    pushed_by_clock,
    reached_at,
    to_call_back,
)


def end_of_next_working_day(now: datetime, calendar: WorkCalendar) -> datetime:
    """By the calendar in force, as the clocks count."""
    day = in_shanghai(now).date() + timedelta(days=1)
    while not calendar.is_working(day):
        day += timedelta(days=1)
    return in_shanghai(now).replace(
        year=day.year, month=day.month, day=day.day, hour=23, minute=59, second=59, microsecond=0
    )


def _calendar(body: Body) -> WorkCalendar:
    """In force; `get_desk` reads the newest revision with the body, so it costs no statement."""
    if not hasattr(body, "calendar_made"):
        return current_calendar()
    made: datetime | None = body.calendar_made
    return calendar_of((body.calendar, made) if made is not None else None)  # type: ignore[attr-defined]


def _soon(body: Body, end: Given) -> Q:
    """Still in a grid, and the clock will push it here by the next working day."""
    return (
        in_community(body)
        & Q(level=Level.GRID)
        & OPEN
        & due_by(end, pushed_by_clock() & Q(assignment__level=Level.GRID))
    )


COMMUNITY = DeskPlan(
    scope=lambda body: reached_at(in_community(body), body),
    at_hand=lambda body, readable: at_hand(in_community(body), body, readable),
    sections=(
        to_take_in("came", _("Came up"), _("Nothing has come up that waits to be taken in.")),
        DUE_TODAY,
        DeskSection(
            code="soon",
            label=_("The clock will push it up"),
            empty=_("No grid is about to run out of time."),
            holds=_soon,
            until=lambda body, now: end_of_next_working_day(now, _calendar(body)),
            clocks=lambda body: pushed_by_clock(),
        ),
        in_hand(),
        to_verify(in_community),
        DeskSection(
            code="call",
            label=_("To call back"),
            empty=_("Nobody has to be called."),
            holds=lambda body, end: in_community(body) & to_call_back(),
            clocks=any_clock,
        ),
        stuck(in_community),
        unreached(in_community),
        lately_ended(in_community),
    ),
)
