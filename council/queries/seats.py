"""The seats of a council: how many there are of a kind, and whether one is free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from council.models import Council, CouncilMember, Seat
from council.order.seats import Term, is_free, most_at_once


@dataclass(frozen=True, slots=True)
class SeatsOfKind:
    kind: str
    label: str
    number: int
    members: Sequence[CouncilMember]

    @property
    def free(self) -> int:
        return max(self.number - len(self.members), 0)


def seats_filled(council: Council, members: Sequence[CouncilMember]) -> list[SeatsOfKind]:
    """The kinds that have seats, each with those of `members` that sit on them."""
    by_kind: dict[str, list[CouncilMember]] = {}
    for member in members:
        by_kind.setdefault(member.kind, []).append(member)
    return [
        SeatsOfKind(
            kind=seat.kind,
            label=seat.get_kind_display(),
            number=seat.number,
            members=by_kind.get(seat.kind, []),
        )
        for seat in Seat.objects.filter(council=council).order_by("pk")
    ]


def has_free_seat(council: Council, kind: str, term: Term, *, but: int | None = None) -> bool:
    """For a whole term; `but` is a person whose own terms don't count."""
    seat = Seat.objects.filter(council=council, kind=kind).first()
    taken = CouncilMember.objects.filter(council=council, kind=kind).exclude(person=but)
    terms = [(row.lower, row.upper) for row in taken.values_list("term", flat=True)]
    return seat is not None and is_free(terms, seats=seat.number, within=term)


def most_taken(council: Council, kind: str, *, now: datetime) -> int:
    """How many seats of a kind are taken at once, from today on at the most."""
    today = timezone.localdate(now)
    rows = CouncilMember.objects.filter(council=council, kind=kind, term__endswith__gt=today)
    terms = [(row.lower, row.upper) for row in rows.values_list("term", flat=True)]
    return most_at_once(terms, within=(today, date.max)) if terms else 0
