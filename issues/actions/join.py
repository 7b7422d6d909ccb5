"""协办: ask a body to join the lead."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.storable import storable_text
from grids.models import Body
from issues.casework.case import opened
from issues.casework.joining import add_joint
from issues.enums.acts import Act
from issues.models import Assignment, Issue


def join(
    issue: Issue, *, actor: User, now: datetime, body: Body, reason: str, seen: int | None = None
) -> Issue:
    """Ask `body` to join; `reason` tells it what its part is."""
    with opened(issue, Act.JOIN, actor=actor, now=now, seen=seen) as case:
        reason = storable_text(reason, Assignment, "reason", missing=_("Say what its part is."))
        add_joint(case, body, reason=reason)
        return case.issue
