"""Members: that everybody who was appointed sits, on a seat there is, and that postings end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, QuerySet
from django.utils import timezone

from council.enums.members import CandidacyState
from council.models import Candidacy, CouncilMember, Seat
from council.queries.soundness.check import LATE, Check


def _named(rows: QuerySet[Candidacy]) -> list[str]:
    found = rows.order_by("pk").values_list("council__body__code", "uid")
    return [f"candidacy {code} {uid}" for code, uid in found]


def _appointed_without_seat(now: datetime) -> list[str]:
    return _named(Candidacy.objects.filter(state=CandidacyState.APPOINTED, member=None))


def _posting_untold(now: datetime) -> list[str]:
    rows = Candidacy.objects.filter(state=CandidacyState.POSTED, posting_told_at=None)
    return _named(rows.filter(posted_until__lt=now - LATE))


def _too_many(now: datetime) -> Iterable[str]:
    numbers = {
        (council, kind): number
        for council, kind, number in Seat.objects.values_list("council", "kind", "number")
    }
    today = CouncilMember.objects.on(timezone.localdate(now)).order_by()
    counted = today.values_list("council", "council__body__code", "kind").annotate(n=Count("pk"))
    for council, code, kind, number in counted:
        if number > numbers.get((council, kind), 0):
            yield f"council {code} ({kind})"


MEMBERS = (
    Check("was appointed, but has no seat", _appointed_without_seat),
    Check("was posted until a day that is over, and the staff were not told", _posting_untold),
    Check("has more members than seats of a kind", _too_many),
)
