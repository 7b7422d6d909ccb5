"""移出议程: the sitting will not talk these matters over after all."""

from collections.abc import Iterable
from datetime import datetime

from accounts.models import User
from grids.actions.record_and_tell import RecordedAndTold
from issues.casework.agenda import start_again
from issues.casework.mandated import many_mandated, of_sitting
from issues.casework.tell import tell_followers
from issues.mandate import Mandate, SittingAct
from issues.models import Issue


def take_off_agenda(
    issues: Iterable[Issue],
    *,
    actor: User,
    now: datetime,
    mandate: Mandate,
    into: RecordedAndTold | None = None,
) -> None:
    """Start the clock of the agenda again. Of a matter that has ended nothing is left to say."""
    act = SittingAct.TAKE_OFF_AGENDA
    with many_mandated(issues, act, actor=actor, now=now, mandate=mandate, into=into) as cases:
        still_open = [case for case in cases if case.issue.is_open]
        start_again(still_open)
        for case in still_open:
            case.record("off_agenda", of_sitting(case, mandate))
            tell_followers(case, "off_agenda")
            case.issue.version += 1
            case.touch()
