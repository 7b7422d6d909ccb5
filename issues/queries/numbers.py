"""A community's numbers, published: what came, what was solved, how often in time (S9, S12)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from grids.models import Body
from issues.enums import ENDED_STAGES, DeadlineKind, Ending, Level
from issues.models import Deadline, Issue, Outcome


@dataclass(frozen=True, slots=True)
class Numbers:
    """`in_time` is the percentage of matters taken in before their clock ran out, or None."""

    raised: int
    open: int
    with_departments: int
    solved: int
    in_time: int | None
    money: int


def numbers_of(community: Body) -> Numbers:
    """Three queries. Private matters are counted, never named (S13)."""
    still_open = ~Q(stage__in=ENDED_STAGES)
    counted = Issue.objects.filter(community=community).aggregate(
        raised=Count("pk"),
        open=Count("pk", filter=still_open),
        with_departments=Count("pk", filter=still_open & Q(level=Level.DEPARTMENT)),
        solved=Count("pk", filter=Q(ending=Ending.SOLVED)),
    )
    taken_in = Deadline.objects.filter(
        issue__community=community, kind=DeadlineKind.RECEIVE, void_at=None
    ).aggregate(
        met=Count("pk", filter=Q(met_at__isnull=False)),
        missed=Count("pk", filter=Q(breached_at__isnull=False)),
    )
    total = taken_in["met"] + taken_in["missed"]
    money = Outcome.objects.filter(issue__community=community, issue__ending=Ending.SOLVED)
    return Numbers(
        **counted,
        in_time=round(taken_in["met"] * 100 / total) if total else None,
        money=int(money.aggregate(sum=Sum("money"))["sum"] or 0),
    )
