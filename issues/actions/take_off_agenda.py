"""移出议程: the sitting will not talk the matter over after all."""

from datetime import datetime

from accounts.models import User
from issues.casework.agenda import start_again
from issues.casework.mandated import mandated, of_sitting
from issues.casework.tell import tell_followers
from issues.mandate import Mandate, SittingAct
from issues.models import Issue


def take_off_agenda(issue: Issue, *, actor: User, now: datetime, mandate: Mandate) -> Issue:
    """Start the clock of the agenda again. Of a matter that has ended nothing is left to say."""
    with mandated(issue, SittingAct.TAKE_OFF_AGENDA, actor=actor, now=now, mandate=mandate) as case:
        if case.issue.is_open:
            start_again(case)
            case.record("off_agenda", of_sitting(case, mandate))
            tell_followers(case, "off_agenda")
        return case.issue
