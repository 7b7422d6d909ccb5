"""同意参选: the person who was recommended agrees, by their own hand."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.candidacy import opened_candidacy
from council.enums.members import CandidacyAct, ConsentWay
from council.models import Candidacy


def consent(
    candidacy: Candidacy, *, actor: User, now: datetime, seen: int | None = None
) -> Candidacy:
    with opened_candidacy(candidacy, CandidacyAct.CONSENT, actor=actor, now=now, seen=seen) as case:
        row = case.candidacy
        row.consent_way, row.consent_at, row.consent_by = ConsentWay.HERE, now, actor
        case.record("consented", {"candidacy": str(row.uid), "way": ConsentWay.HERE})
        return row
