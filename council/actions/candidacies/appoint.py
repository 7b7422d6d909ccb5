"""聘任: a seat for a term."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.actions.members.add_term import add_term
from council.casework.candidacy import opened_candidacy
from council.enums.members import CandidacyAct, CandidacyState
from council.models import Candidacy, CouncilMember


def appoint(
    candidacy: Candidacy, *, actor: User, now: datetime, first_day: date, seen: int | None = None
) -> CouncilMember:
    """For the council's length of a term from `first_day`, on a seat that is free all that time."""
    with opened_candidacy(candidacy, CandidacyAct.APPOINT, actor=actor, now=now, seen=seen) as case:
        row = case.candidacy
        assert row.person is not None
        if row.committee_met_on is not None and first_day < row.committee_met_on:
            raise Refused(
                _("A term begins on the day of the committee's meeting at the earliest."),
                field="first_day",
            )
        member = add_term(
            case.council, row.person, kind=row.kind, first_day=first_day, candidacy=row
        )
        case.move_to(CandidacyState.APPOINTED)
        row.ended_at = now
        case.record(
            "appointed",
            {
                "candidacy": str(row.uid),
                "kind": row.kind,
                "from": member.first_day.isoformat(),
                "to": member.last_day.isoformat(),
            },
        )
        case.tell_people(case.close, "appointed", until=member.last_day.isoformat(), sms=True)
        return member
