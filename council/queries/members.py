"""One member's term with what the rules ask about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from acting.queries.only_row import only_row
from council.facts.members import MemberFacts
from council.facts.viewer import Viewer
from council.models import Absence, CouncilMember
from council.queries.councils import facts_of_council
from council.rules.councils import looks_after


def member_of(uid: UUID) -> CouncilMember | None:
    """Members are public; who may do something with the term, the rules say."""
    rows = CouncilMember.objects.filter(uid=uid, council__active=True)
    return only_row(rows.select_related("council__body__parent", "person"))


def facts_of_member(member: CouncilMember, *, now: datetime) -> MemberFacts:
    return facts_of_members([member], now=now)[member.pk]


def facts_of_members(members: Sequence[CouncilMember], *, now: datetime) -> dict[int, MemberFacts]:
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
            is_ended=bool(member.ended_reason),
            today=today,
        )
        for member in members
    }


def absences(
    members: Sequence[CouncilMember], viewer: Viewer, *, now: datetime
) -> dict[int, list[Absence]]:
    """Leave that is not over, by term: all of it for the community's staff, otherwise one's own."""
    if not members or viewer.user_id is None:
        return {}
    rows = Absence.objects.filter(member__in=members, period__endswith__gt=timezone.localdate(now))
    if not looks_after(viewer, facts_of_council(members[0].council)):
        rows = rows.filter(member__person=viewer.user_id)
    found: dict[int, list[Absence]] = {}
    for row in rows.order_by("period"):
        found.setdefault(row.member_id, []).append(row)
    return found
