"""延期再议: the council talks the matter over again by a date."""

from datetime import datetime
from typing import Any

from accounts.models import User
from grids.actions.record_and_tell import RecordedAndTold
from issues.casework.mandated import mandated
from issues.casework.putting_off import put_off
from issues.mandate import Mandate, SittingAct
from issues.models import Issue


def postpone(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    mandate: Mandate,
    until: datetime,
    into: RecordedAndTold | None = None,
) -> Issue:
    given: dict[str, Any] = {"actor": actor, "now": now, "mandate": mandate, "into": into}
    with mandated(issue, SittingAct.POSTPONE, **given) as case:
        put_off(case, mandate, until)
        return case.issue
