"""Check which bodies may lead or join, and add one beside the lead (S11)."""

from django.utils.translation import gettext as _

from acting.refusals import Refused
from grids.models import Body
from grids.queries.serving import serves
from issues.casework.case import Case
from issues.casework.turns import open_joint
from issues.enums.turns import TurnRole


def add_joint(case: Case, body: Body, *, reason: str) -> None:
    """Add `body` beside the lead, unless it has joined already."""
    check_body(case, body, field="joint")
    if case.issue.is_dispute:
        raise Refused(_("A dispute between neighbours stays with its community."), field="joint")
    if body.pk == case.lead.body_id:
        raise Refused(_("The lead cannot join itself."), field="joint")
    already = any(t.role == TurnRole.JOINT and t.body_id == body.pk for t in case.current())
    if not already:
        open_joint(case, body, reason=reason)


def check_body(case: Case, body: Body, *, field: str) -> None:
    """Refuse all but departments of the street or district, and partners that serve there."""
    if not serves(body, case.issue.grid.path):
        raise Refused(_("Choose a department or partner that serves this place."), field=field)
