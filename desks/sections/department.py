"""What a department or a partner has before it."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desks.sections.base import DeskPlan, Section, any_clock, end_of_day
from issues.enums import TurnRole
from issues.queries.desk import (
    OPEN,
    WAITS_FOR_THE_RESIDENT,
    awaits_verification,
    clocks_of,
    due_by,
    held,
    held_once,
    promised_by,
)

DEPARTMENT = DeskPlan(
    scope=held_once,
    sections=(
        Section(
            code="new",
            label=_("To take in"),
            empty=_("Everything has been taken in."),
            holds=lambda body, now: held(body, received=False),
            clocks=clocks_of,
            many=True,
        ),
        Section(
            code="today",
            label=_("Due today"),
            empty=_("Nothing more is due today."),
            holds=lambda body, now: due_by(end_of_day(now), clocks_of(body)),
            clocks=clocks_of,
        ),
        Section(
            code="hand",
            label=_("In hand"),
            empty=_("Nothing is in hand."),
            holds=lambda body, now: (
                held(body, role=TurnRole.LEAD, received=True)
                & ~promised_by(body)
                & ~awaits_verification()
                & ~WAITS_FOR_THE_RESIDENT
            ),
            clocks=clocks_of,
        ),
        Section(
            code="promised",
            label=_("Promised"),
            empty=_("No promise is open."),
            holds=lambda body, now: promised_by(body) & ~awaits_verification(),
            clocks=clocks_of,
        ),
        Section(
            code="joint",
            label=_("Joint parts"),
            empty=_("No part beside another body."),
            holds=lambda body, now: held(body, role=TurnRole.JOINT, received=True),
            clocks=clocks_of,
        ),
        Section(
            code="waiting",
            label=_("Reported, being checked"),
            empty=_("No result waits for a check or for the resident."),
            holds=lambda body, now: (
                held(body) & OPEN & (awaits_verification() | WAITS_FOR_THE_RESIDENT)
            ),
            clocks=any_clock,
        ),
        Section(
            code="ended",
            label=_("Lately ended"),
            empty=_("Nothing has ended yet."),
            holds=lambda body, now: held_once(body) & Q(ended_at__isnull=False),
            clocks=any_clock,
            newest_first=True,
        ),
    ),
)
