"""上报: send a matter that can't be settled here up one level, saying what was tried."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from issues.casework.case import opened
from issues.casework.moving_up import move_up
from issues.duties import before_department, owes_push_up
from issues.enums.acts import Act
from issues.enums.turns import TurnCause
from issues.models import Assignment, Issue


def push_up(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    reason: str,
    tried: str,
    seen: int | None = None,
) -> Issue:
    """Begin a turn of the next level; the stage stays. Raises Refused if a duty is unmet.

    Where a council asked for it, the record and the notices say so.
    """
    with opened(issue, Act.PUSH_UP, actor=actor, now=now, seen=seen) as case:
        facts = case.facts
        missing = before_department(facts)
        if missing:
            raise Refused(missing)
        reason = storable_text(reason, Assignment, "reason", missing=_("Say why it goes up."))
        tried = storable_text(tried, Assignment, "tried", missing=_("Say what was tried here."))
        cause = TurnCause.RESOLUTION if owes_push_up(facts) else TurnCause.PUSHED_UP
        move_up(case, cause, reason=reason, tried=tried)
        return case.issue
