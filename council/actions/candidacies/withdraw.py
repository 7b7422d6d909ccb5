"""撤回: by the candidate, or by whoever recommended them."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.candidacy import opened_candidacy
from council.enums.members import CandidacyAct, CandidacyState
from council.models import Candidacy


def withdraw(
    candidacy: Candidacy, *, actor: User, now: datetime, seen: int | None = None
) -> Candidacy:
    with opened_candidacy(
        candidacy, CandidacyAct.WITHDRAW, actor=actor, now=now, seen=seen
    ) as case:
        row = case.candidacy
        case.move_to(CandidacyState.WITHDRAWN)
        row.ended_at = now
        case.record("withdrawn", {"candidacy": str(row.uid)})
        case.tell_people(case.close, "withdrawn")
        return row
