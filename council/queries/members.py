"""One member's term with what the rules ask about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from council.facts import MemberFacts
from council.models import CouncilMember
from council.queries.councils import facts_of_council


def member_of(uid: object) -> CouncilMember | None:
    """Members are public; who may do something with the term, the rules say."""
    rows = CouncilMember.objects.filter(uid=uid, council__active=True)
    return rows.select_related("council__body__parent", "person").first()


def facts_of_member(member: CouncilMember, *, now: datetime) -> MemberFacts:
    return facts_of_members([member], now=now)[member.pk]


def facts_of_members(
    members: Sequence[CouncilMember], *, now: datetime
) -> dict[int, MemberFacts]:
    """By the key of the term. Members of one council; one statement for all."""
    if not members:
        return {}
    council, today = facts_of_council(members[0].council), timezone.localdate(now)
    later = CouncilMember.objects.filter(council=council.council_id, term__startswith__gt=today)
    follows = {(row.person_id, row.term.lower) for row in later}
    return {
        member.pk: MemberFacts(
            council=council,
            person_id=member.person_id,
            first_day=member.first_day,
            last_day=member.last_day,
            is_renewed=(member.person_id, member.term.upper) in follows,
            today=today,
        )
        for member in members
    }

