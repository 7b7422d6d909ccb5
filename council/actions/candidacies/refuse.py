"""不予通过: it ends here, and those concerned read why."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from council.casework.candidacy import opened_candidacy
from council.casework.public_words import spoken_text
from council.enums.members import CandidacyAct, CandidacyState
from council.models import Candidacy


def refuse(
    candidacy: Candidacy, *, actor: User, now: datetime, reason: str, seen: int | None = None
) -> Candidacy:
    with opened_candidacy(candidacy, CandidacyAct.REFUSE, actor=actor, now=now, seen=seen) as case:
        row = case.candidacy
        missing = _("Please write a sentence here.")
        row.ended_because = spoken_text(
            reason, Candidacy, "ended_because", field="reason", missing=missing
        )
        case.move_to(CandidacyState.REFUSED)
        row.ended_at = now
        case.record("refused", {"candidacy": str(row.uid)})
        case.tell_people(case.close, "refused", said=row.ended_because)
        return row
