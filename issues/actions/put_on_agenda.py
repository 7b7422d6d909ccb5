"""列入议程: a sitting of the council is going to talk the matter over."""

from datetime import datetime

from accounts.models import User
from issues.casework import deadlines
from issues.casework.mandated import mandated, of_sitting
from issues.casework.tell import tell_followers
from issues.enums.deadlines import DeadlineKind
from issues.mandate import Mandate, SittingAct
from issues.models import Issue


def put_on_agenda(
    issue: Issue, *, actor: User, now: datetime, mandate: Mandate, at: datetime
) -> Issue:
    """Meet the clock of the agenda; `at` is when the sitting begins. Once more if it is moved."""
    with mandated(issue, SittingAct.PUT_ON_AGENDA, actor=actor, now=now, mandate=mandate) as case:
        deadlines.meet(case, DeadlineKind.AGENDA, turn=case.lead)
        case.record("on_agenda", {"at": at.isoformat(), **of_sitting(case, mandate)})
        tell_followers(case, "on_agenda", at=at.isoformat())
        return case.issue
