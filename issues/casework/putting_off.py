"""延期再议: a matter that a sitting is to talk over again by a date."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from acting.refusals import Refused
from issues.casework.agenda import start_until
from issues.casework.case import Case
from issues.casework.mandated import check_mandate, of_sitting
from issues.casework.tell import tell_followers
from issues.mandate import Mandate, SittingAct

LONGEST = timedelta(days=366)


def put_off(case: Case, mandate: Mandate, until: datetime) -> None:
    """Run the clock of the agenda to `until`, in a matter of any class that is not at work yet."""
    check_mandate(case, SittingAct.POSTPONE, mandate)
    if until <= case.now:
        raise Refused(_("The date to which it is put off lies ahead."), field="until")
    if until > case.now + LONGEST:
        raise Refused(_("Put it off by a year at most."), field="until")
    start_until(case, until)
    case.record("postponed", {"until": until.isoformat(), **of_sitting(case, mandate)})
    tell_followers(case, "postponed", until=until.isoformat())
