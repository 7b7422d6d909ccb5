"""A council of the first grid, as the test that asks for it needs it."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from council.enums.members import CandidacyState, ConsentWay, SeatKind
from council.models import Candidacy, Council, CouncilMember, NoticeRule, Seat
from grids.models import Residence
from tests.matrix.stage import Stage


def a_council(stage: Stage) -> Council:
    world = stage.world
    found, new = Council.objects.get_or_create(body=world.grid)
    if new:
        Seat.objects.create(council=found, kind=SeatKind.RESIDENT, number=5)
        Residence.objects.get_or_create(user=world.resident, defaults={"building": world.building})
    return found


def a_candidacy(stage: Stage, state: CandidacyState) -> Candidacy:
    """Somebody without a phone, recommended by the reporter of the matters."""
    council, now = a_council(stage), timezone.now()
    stands = {
        "person": stage.world.stranger,
        "consent_way": ConsentWay.PAPER,
        "consent_at": now,
        "posted_at": now,
        "posted_until": now + timedelta(days=7),
    }
    found, _new = Candidacy.objects.get_or_create(
        council=council,
        state=state,
        defaults={
            "kind": SeatKind.RESIDENT,
            "name": "何秀兰",
            "recommended_by": stage.world.resident,
            "recommended_at": now,
            "good_standing": "大家都找她",
            "ability": "账算得清",
            "warmth": "热心",
            **({} if state == CandidacyState.RECOMMENDED else stands),
        },
    )
    return found


def a_member(stage: Stage) -> CouncilMember:
    today = timezone.localdate()
    term = DateRange(today - timedelta(days=30), date(today.year + 2, 1, 1))
    member, _new = CouncilMember.objects.get_or_create(
        council=a_council(stage),
        person=stage.world.neighbour,
        defaults={"kind": SeatKind.RESIDENT, "term": term},
    )
    return member


def a_seat(stage: Stage) -> Seat:
    return Seat.objects.get(council=a_council(stage))


def a_notice_rule(stage: Stage) -> NoticeRule:
    found, _new = NoticeRule.objects.get_or_create(
        council=a_council(stage), matter_class="hard", defaults={"working_days": 4}
    )
    return found
