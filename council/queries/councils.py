"""Councils: of one community with its grids, and one by the code of its body."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, Length

from acting.queries.only_row import only_row
from council.facts.councils import CouncilFacts
from council.models import Council, CouncilMember, Seat
from grids.enums import BodyKind
from grids.models import Body


def councils() -> QuerySet[Council]:
    """With their bodies and the bodies above those."""
    return Council.objects.filter(active=True, body__active=True).select_related("body__parent")


def council_of(code: str) -> Council | None:
    """The council of the body with this code, however it is typed."""
    return only_row(councils().filter(body__code=code))


def facts_of_council(council: Council) -> CouncilFacts:
    body = council.body
    return CouncilFacts(
        council_id=council.pk,
        path=body.path,
        community_path=body.community.path,
        active=council.active,
    )


@dataclass(frozen=True, slots=True)
class CommunityCouncils:
    """The councils of a community, its own first, each with members on a day and seats."""

    community: Body | None
    councils: Sequence[Council]
    others: Sequence[Body]


def community_councils(community: Body | None, *, day: date) -> CommunityCouncils:
    """`community` where none is named is the first that has a council. Two statements."""
    with_councils = list(
        Body.objects.filter(kind=BodyKind.COMMUNITY, active=True)
        .filter(Q(councils__active=True) | Q(children__councils__active=True))
        .distinct()
        .order_by("path")
    )
    chosen = community or next(iter(with_councils), None)
    if chosen is None:
        return CommunityCouncils(None, (), ())
    found = councils().filter(Q(body=chosen) | Q(body__parent=chosen, body__kind=BodyKind.GRID))
    sitting = Count("members", filter=Q(members__term__contains=day))
    seats = Seat.objects.filter(council=OuterRef("pk")).order_by().values("council")
    ordered = found.annotate(
        member_count=sitting,
        seat_count=Coalesce(Subquery(seats.annotate(n=Sum("number")).values("n")), 0),
    ).order_by(Length("body__path"), "body__path")
    return CommunityCouncils(
        community=chosen,
        councils=list(ordered),
        others=[body for body in with_councils if body.pk != chosen.pk],
    )


def members_as_of(council: Council, day: date) -> list[CouncilMember]:
    """Who was a member on `day`, in the order of the kinds of seats and of appointment."""
    rows = CouncilMember.objects.on(day).filter(council=council)
    return list(rows.select_related("person", "council__body__parent").order_by("pk"))


class MemberOnTheDay(NamedTuple):
    """A member on the day of a sitting."""

    person_id: int
    council_id: int
    kind: str


def seated_on(
    day: date, councils: Collection[int] | QuerySet[Council, Any]
) -> QuerySet[CouncilMember, tuple[Any, ...]]:
    """The members of several councils, as values for `each_once`."""
    rows = CouncilMember.objects.on(day).filter(council__in=councils)
    return rows.order_by("pk").values_list(*MemberOnTheDay._fields)


def each_once(rows: Iterable[Iterable[Any]], councils: Sequence[int]) -> list[MemberOnTheDay]:
    """In the order of the councils; whoever sits in two of them, in the first."""
    found = sorted(map(MemberOnTheDay._make, rows), key=lambda one: councils.index(one.council_id))
    once: dict[int, MemberOnTheDay] = {}
    for member in found:
        once.setdefault(member.person_id, member)
    return list(once.values())
