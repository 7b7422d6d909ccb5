"""公示: the name stands in public for some working days, and neighbours may object."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from clocks.enums import SpanKind
from clocks.queries.calendar import current_calendar, working_hours
from clocks.spans import Span, due
from council.casework.candidacy import opened_candidacy
from council.enums.members import CandidacyAct, CandidacyState
from council.models import Candidacy


def post(candidacy: Candidacy, *, actor: User, now: datetime, seen: int | None = None) -> Candidacy:
    """Until the end of the last of the council's posting days, by the community's calendar."""
    with opened_candidacy(candidacy, CandidacyAct.POST, actor=actor, now=now, seen=seen) as case:
        row, days = case.candidacy, case.council.posting_days
        case.move_to(CandidacyState.POSTED)
        span = Span(SpanKind.WORKING_DAYS, days)
        hours = working_hours(case.community.schedule)
        row.posted_at = now
        row.posted_until = due(now, span, calendar=current_calendar(), hours=hours).due
        case.record(
            "posted",
            {"candidacy": str(row.uid), "kind": row.kind, "until": row.posted_until.isoformat()},
        )
        case.tell_people(case.close, "posted", until=row.posted_until.isoformat())
        return row
