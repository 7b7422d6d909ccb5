"""What the people of a community have before them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clocks.published import published
from clocks.spans import in_shanghai
from desks.sections.base import DeskPlan, Section, any_clock, end_of_day
from grids.models import Body
from issues.enums import DeadlineKind, Level, TurnRole
from issues.queries.desk import (
    OPEN,
    WAITS_FOR_THE_RESIDENT,
    awaits_verification,
    clocks_of,
    clocks_of_kind,
    due_by,
    failed_sweep,
    held,
    in_community,
    message_failed,
    pushed_by_clock,
    to_call_back,
)


def end_of_next_working_day(now: datetime) -> datetime:
    """By the published notices, which cost no query; the clocks themselves know our own days."""
    calendar, day = published(), in_shanghai(now).date() + timedelta(days=1)
    while not calendar.is_working(day):
        day += timedelta(days=1)
    return in_shanghai(now).replace(
        year=day.year, month=day.month, day=day.day, hour=23, minute=59, second=59, microsecond=0
    )


def _soon(body: Body, now: datetime) -> Q:
    """Still in a grid, and the clock will push it here by the next working day."""
    return (
        in_community(body)
        & Q(level=Level.GRID)
        & OPEN
        & due_by(end_of_next_working_day(now), pushed_by_clock() & Q(assignment__level=Level.GRID))
    )


COMMUNITY = DeskPlan(
    scope=lambda body: in_community(body) | held(body),
    sections=(
        Section(
            code="came",
            label=_("Came up"),
            empty=_("Nothing has come up that waits to be taken in."),
            holds=lambda body, now: held(body, received=False),
            clocks=clocks_of,
        ),
        Section(
            code="today",
            label=_("Due today"),
            empty=_("Nothing more is due today."),
            holds=lambda body, now: due_by(end_of_day(now), clocks_of(body)),
            clocks=clocks_of,
        ),
        Section(
            code="soon",
            label=_("The clock will push it up"),
            empty=_("No grid is about to run out of time."),
            holds=_soon,
            clocks=lambda body: pushed_by_clock(),
        ),
        Section(
            code="hand",
            label=_("In hand"),
            empty=_("Nothing is in hand."),
            holds=lambda body, now: (
                held(body, role=TurnRole.LEAD, received=True) & ~WAITS_FOR_THE_RESIDENT
            ),
            clocks=clocks_of,
        ),
        Section(
            code="verify",
            label=_("To check on the spot"),
            empty=_("No result waits to be looked at."),
            holds=lambda body, now: in_community(body) & awaits_verification(),
            clocks=lambda body: clocks_of_kind(DeadlineKind.VERIFY),
        ),
        Section(
            code="call",
            label=_("To call back"),
            empty=_("Nobody has to be called."),
            holds=lambda body, now: in_community(body) & to_call_back(),
            clocks=any_clock,
        ),
        Section(
            code="stuck",
            label=_("The clock got stuck"),
            empty=_("No clock is stuck."),
            holds=lambda body, now: in_community(body) & failed_sweep(),
            clocks=any_clock,
            quiet=True,
        ),
        Section(
            code="unreached",
            label=_("Message did not arrive"),
            empty=_("Every message arrived."),
            holds=lambda body, now: in_community(body) & message_failed(),
            clocks=any_clock,
            quiet=True,
        ),
        Section(
            code="ended",
            label=_("Lately ended"),
            empty=_("Nothing has ended yet."),
            holds=lambda body, now: in_community(body) & Q(ended_at__isnull=False),
            clocks=any_clock,
            newest_first=True,
        ),
    ),
)
