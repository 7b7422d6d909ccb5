"""A term that ends before its last day."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange

from council.enums.members import EndedReason
from council.models import CouncilMember


def end_term(member: CouncilMember, *, today: date, reason: EndedReason) -> None:
    """From tomorrow on the person is no member; terms that were to follow are taken back."""
    member.term = DateRange(member.term.lower, today + timedelta(days=1))
    member.ended_reason = reason
    member.save(update_fields=["term", "ended_reason", "ended_because"])
    CouncilMember.objects.filter(
        council=member.council_id, person=member.person_id, term__startswith__gt=today
    ).delete()
