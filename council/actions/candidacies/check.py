"""审核: the community's staff have looked whether the person can stand."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.candidacy import opened_candidacy
from council.enums.members import CandidacyAct, CandidacyState
from council.models import Candidacy


def check(
    candidacy: Candidacy, *, actor: User, now: datetime, seen: int | None = None
) -> Candidacy:
    """Nobody stands who did not agree."""
    with opened_candidacy(candidacy, CandidacyAct.CHECK, actor=actor, now=now, seen=seen) as case:
        row = case.candidacy
        if not row.consent_way:
            raise Refused(_("Ask the person first, and note that they agree."))
        case.move_to(CandidacyState.CHECKED)
        row.checked_by = actor
        case.record("checked", {"candidacy": str(row.uid)})
        return row
