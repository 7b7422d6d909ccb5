"""The published numbers of a community: raised, solved, taken in on time (S9, S12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Max, Q, QuerySet, Subquery, Sum, Value

from acting.queries.among import Among
from grids.models import Body
from issues.enums import ENDED_STAGES, DeadlineKind, Ending, Level, Visibility
from issues.models import Deadline, Issue, Outcome


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers on the home page.

    `in_time` is the percentage of matters taken in on time; None if there are none.
    `settled_disputes` counts disputes settled in confidence (S13). Apart from these two, only
    public matters are counted (rules §5).
    """

    raised: int
    open: int
    with_departments: int
    solved: int
    settled_disputes: int
    in_time: int | None
    money: int


def numbers_of(community: Body) -> Numbers:
    """Two queries. The rate covers all matters, since unpublished ones may be late too."""
    public = Q(visibility=Visibility.PUBLIC)
    still_open = public & ~Q(stage__in=ENDED_STAGES)
    solved = Q(ending=Ending.SOLVED)
    issues = Issue.objects.filter(community=community).order_by()
    counted = issues.aggregate(
        raised=Count("pk", filter=public),
        open=Count("pk", filter=still_open),
        with_departments=Count("pk", filter=still_open & Q(level=Level.DEPARTMENT)),
        solved=Count("pk", filter=public & solved),
        settled_disputes=Count("pk", filter=Q(category__private=True) & solved),
        # One number, the same for all rows.
        money=Max(Subquery(_spent_on(issues.filter(public & solved)))),
    )
    taken_in = Deadline.objects.filter(
        _of(issues), kind=DeadlineKind.RECEIVE, void_at=None
    ).aggregate(
        met=Count("pk", filter=Q(met_at__isnull=False)),
        missed=Count("pk", filter=Q(breached_at__isnull=False)),
    )
    total = taken_in["met"] + taken_in["missed"]
    return Numbers(
        **{**counted, "money": int(counted["money"] or 0)},
        in_time=round(taken_in["met"] * 100 / total) if total else None,
    )


def _spent_on(issues: QuerySet[Issue]) -> Any:
    spent = Outcome.objects.filter(_of(issues)).order_by().annotate(all=Value(1)).values("all")
    return spent.annotate(sum=Sum("money")).values_list("sum")


def _of(issues: QuerySet[Issue]) -> Among:
    return Among("issue_id", ArraySubquery(issues.values("pk")))
