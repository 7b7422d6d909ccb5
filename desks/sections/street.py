"""The sections of a street's desk, for its dispatchers and supervisors."""

from django.utils.translation import gettext_lazy as _

from desks.sections.base import DeskPlan, DeskSection, any_clock
from desks.sections.shared import stuck
from issues.queries.desk import (
    URGENT,
    WAITS_FOR_THE_RESIDENT,
    at_departments,
    in_street,
    late,
    late_at,
    late_clocks,
    open_in_street,
    supervised,
    waits_for_a_lead,
)

STREET = DeskPlan(
    scope=in_street,
    at_hand=lambda body, readable: open_in_street(body),
    sections=(
        DeskSection(
            code="lead",
            label=_("Waits for a lead"),
            empty=_("Everything has a lead."),
            holds=lambda body, end: in_street(body) & at_departments() & waits_for_a_lead(),
            clocks=any_clock,
        ),
        DeskSection(
            code="urgent",
            label=_("Urgent"),
            empty=_("No urgent matter is open."),
            holds=lambda body, end: in_street(body) & URGENT,
            clocks=any_clock,
        ),
        DeskSection(
            code="named",
            label=_("With the departments"),
            empty=_("No department holds a matter of this street."),
            holds=lambda body, end: (
                in_street(body) & at_departments() & ~waits_for_a_lead() & ~WAITS_FOR_THE_RESIDENT
            ),
            clocks=any_clock,
        ),
        DeskSection(
            code="supervised",
            label=_("Supervised"),
            empty=_("Nothing is supervised."),
            holds=lambda body, end: in_street(body) & supervised(),
            clocks=any_clock,
        ),
        DeskSection(
            code="late",
            label=_("Late, by body"),
            empty=_("Nobody is late."),
            holds=lambda body, end: in_street(body) & late(),
            clocks=late_clocks,
            by_body=True,
            part_of=late_at,
        ),
        stuck(in_street),
    ),
)
