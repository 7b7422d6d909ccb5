"""What a grid worker has before them."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desks.sections.base import DeskPlan, Section, any_clock, end_of_day
from issues.enums import DeadlineKind, TurnRole
from issues.queries.desk import (
    NOT_CHECKED,
    WAITS_FOR_THE_RESIDENT,
    awaits_verification,
    clocks_of,
    clocks_of_kind,
    due_by,
    held,
    in_grid,
    message_failed,
)

GRID = DeskPlan(
    scope=lambda body: in_grid(body) | held(body),
    sections=(
        Section(
            code="new",
            label=_("New"),
            empty=_("Nothing new has come in."),
            holds=lambda body, now: held(body, received=False),
            clocks=clocks_of,
        ),
        Section(
            code="check",
            label=_("To check and publish"),
            empty=_("Everything has been checked."),
            holds=lambda body, now: in_grid(body) & NOT_CHECKED,
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
            holds=lambda body, now: in_grid(body) & awaits_verification(),
            clocks=lambda body: clocks_of_kind(DeadlineKind.VERIFY),
        ),
        Section(
            code="waiting",
            label=_("Waiting for the resident"),
            empty=_("No resident's word is awaited."),
            holds=lambda body, now: in_grid(body) & WAITS_FOR_THE_RESIDENT,
            clocks=any_clock,
        ),
        Section(
            code="above",
            label=_("Gone up"),
            empty=_("Nothing of this grid stands above."),
            holds=lambda body, now: in_grid(body) & ~held(body) & ~Q(ended_at__isnull=False),
            clocks=any_clock,
        ),
        Section(
            code="unreached",
            label=_("Message did not arrive"),
            empty=_("Every message arrived."),
            holds=lambda body, now: in_grid(body) & message_failed(),
            clocks=any_clock,
            quiet=True,
        ),
        Section(
            code="ended",
            label=_("Lately ended"),
            empty=_("Nothing has ended yet."),
            holds=lambda body, now: in_grid(body) & Q(ended_at__isnull=False),
            clocks=any_clock,
            newest_first=True,
        ),
    ),
)
