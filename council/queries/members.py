"""One member's term with what the rules ask about it."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from council.facts import MemberFacts
from council.models import Absence, CouncilMember
from council.queries.councils import facts_of_council


def member_of(uid: object) -> CouncilMember | None:
    """Members are public; who may do something with the term, the rules say."""
    rows = CouncilMember.objects.filter(uid=uid, council__active=True)
    return rows.select_related("council__body__parent", "person").first()


def facts_of_member(member: CouncilMember, *, now: datetime) -> MemberFacts:
    following = CouncilMember.objects.filter(
        council=member.council_id, person=member.person_id, term__startswith__gte=member.term.upper
    )
    return MemberFacts(
        council=facts_of_council(member.council),
        person_id=member.person_id,
        first_day=member.first_day,
        last_day=member.last_day,
        is_renewed=following.exists(),
        today=timezone.localdate(now),
    )


def absences_of(member: CouncilMember, *, now: datetime) -> list[Absence]:
    """Those that are not over yet."""
    today = timezone.localdate(now)
    return list(Absence.objects.filter(member=member, period__endswith__gt=today))
