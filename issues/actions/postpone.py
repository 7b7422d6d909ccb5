"""延期再议: the council talks the matter over again by a date."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from issues.casework.agenda import start_until
from issues.casework.mandated import mandated, of_sitting
from issues.casework.tell import tell_followers
from issues.mandate import Mandate, SittingAct
from issues.models import Issue

LONGEST = timedelta(days=366)


def postpone(
    issue: Issue, *, actor: User, now: datetime, mandate: Mandate, until: datetime
) -> Issue:
    """Run the clock of the agenda to `until`, in a matter of any class that is not at work yet."""
    with mandated(issue, SittingAct.POSTPONE, actor=actor, now=now, mandate=mandate) as case:
        if until <= case.now:
            raise Refused(_("The date to which it is put off lies ahead."), field="until")
        if until > case.now + LONGEST:
            raise Refused(_("Put it off by a year at most."), field="until")
        start_until(case, until)
        case.record("postponed", {"until": until.isoformat(), **of_sitting(case, mandate)})
        tell_followers(case, "postponed", until=until.isoformat())
        return case.issue
