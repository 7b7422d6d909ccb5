"""协办: ask a body to join the lead."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from grids.models import Body
from issues.actions.case import opened
from issues.actions.name_lead import add_joint
from issues.enums import Act
from issues.errors import Refused
from issues.models import Issue


def join(
    issue: Issue, *, actor: User, now: datetime, body: Body, reason: str, seen: int | None = None
) -> Issue:
    """`reason` tells the body what its part is."""
    with opened(issue, Act.JOIN, actor=actor, now=now, seen=seen) as case:
        if not reason.strip():
            raise Refused(_("Say what its part is."), field="reason")
        if case.issue.is_dispute:
            raise Refused(_("A dispute between neighbours stays with its community."))
        add_joint(case, body, reason=reason.strip())
        return case.issue
