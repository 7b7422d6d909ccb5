"""The sections of the desk of a department or a partner."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desks.sections.base import DeskPlan, DeskSection, any_clock
from desks.sections.shared import DUE_TODAY, in_hand, lately_ended, to_take_in
from issues.enums.turns import TurnRole
from issues.queries.desk import (
    OPEN,
    WAITS_FOR_THE_RESIDENT,
    awaits_verification,
    clocks_of,
    held,
    of_holder,
    promised_by,
    reached_by,
)

DEPARTMENT = DeskPlan(
    scope=reached_by,
    at_hand=lambda body, readable: of_holder(body),
    sections=(
        to_take_in("new", _("To take in"), _("Everything has been taken in.")),
        DUE_TODAY,
        in_hand(elsewhere=lambda body: promised_by(body) | awaits_verification()),
        DeskSection(
            code="promised",
            label=_("Promised"),
            empty=_("No promise is open."),
            holds=lambda body, end: promised_by(body) & ~awaits_verification(),
            clocks=clocks_of,
        ),
        DeskSection(
            code="joint",
            label=_("Joint parts"),
            empty=_("No part beside another body."),
            holds=lambda body, end: held(body, role=TurnRole.JOINT, received=True),
            clocks=clocks_of,
        ),
        DeskSection(
            code="waiting",
            label=_("Reported, being checked"),
            empty=_("No result waits for a check or for the resident."),
            holds=lambda body, end: (
                held(body) & OPEN & (awaits_verification() | WAITS_FOR_THE_RESIDENT)
            ),
            clocks=any_clock,
        ),
        # All that is at hand here was the body's once.
        lately_ended(lambda body: Q()),
    ),
)
