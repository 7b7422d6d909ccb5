"""The sections of a grid's desk."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desks.sections.base import DeskPlan, DeskSection, any_clock
from desks.sections.shared import DUE_TODAY, in_hand, lately_ended, to_take_in, to_verify, unreached
from issues.queries.desk import (
    NOT_CHECKED,
    WAITS_FOR_THE_RESIDENT,
    at_hand,
    clocks_of,
    held,
    in_grid,
    reached_at,
)

GRID = DeskPlan(
    scope=lambda body: reached_at(in_grid(body), body),
    at_hand=lambda body, readable: at_hand(in_grid(body), body, readable),
    sections=(
        to_take_in("new", _("New"), _("Nothing new has come in.")),
        DeskSection(
            code="check",
            label=_("To check and publish"),
            empty=_("Everything has been checked."),
            holds=lambda body, end: in_grid(body) & NOT_CHECKED,
            clocks=clocks_of,
        ),
        DUE_TODAY,
        in_hand(),
        to_verify(in_grid),
        DeskSection(
            code="waiting",
            label=_("Waiting for the resident"),
            empty=_("No resident's word is awaited."),
            holds=lambda body, end: in_grid(body) & WAITS_FOR_THE_RESIDENT,
            clocks=any_clock,
        ),
        DeskSection(
            code="above",
            label=_("Gone up"),
            empty=_("Nothing of this grid stands above."),
            holds=lambda body, end: in_grid(body) & ~held(body) & ~Q(ended_at__isnull=False),
            clocks=any_clock,
        ),
        unreached(in_grid),
        lately_ended(in_grid),
    ),
)
