"""辞任: a member gives back the seat."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.actions.members.end_term import end_term
from council.casework.member import opened_member
from council.enums.members import EndedReason, MemberAct
from council.models import CouncilMember


def resign(member: CouncilMember, *, actor: User, now: datetime) -> CouncilMember:
    """Today is the last day."""
    with opened_member(member, MemberAct.RESIGN, actor=actor, now=now) as case:
        end_term(case.member, today=case.facts.today, reason=EndedReason.RESIGNED)
        case.record("resigned", {"member": str(case.member.uid), "kind": case.member.kind})
        case.tell_staff("resigned")
        return case.member
