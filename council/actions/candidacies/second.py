"""附议: a neighbour stands by the recommendation."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.asks import STEP
from council.casework.candidacy import opened_candidacy
from council.enums.members import CandidacyAct, CandidacyState
from council.models import Candidacy, Seconding


def second(
    candidacy: Candidacy, *, actor: User, now: datetime, seen: int | None = None
) -> Candidacy:
    """Once a person; when there are enough, the community's staff are told to check.

    Others who second meanwhile are no reason to ask again, so `seen` is not looked at.
    """
    with opened_candidacy(candidacy, CandidacyAct.SECOND, actor=actor, now=now) as case:
        row = case.candidacy
        Seconding.objects.create(candidacy=row, by=actor, at=now)
        case.record("seconded", {"candidacy": str(row.uid)})
        enough = Seconding.objects.filter(candidacy=row).count() >= case.council.seconds_needed
        if enough and row.state == CandidacyState.RECOMMENDED:
            case.move_to(CandidacyState.SECONDED)
            case.tell_staff("to_check", calls_for=STEP)
            case.tell_people(case.close, "seconded")
        return row
