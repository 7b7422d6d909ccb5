"""Check the invariant of the chain (rules §6) in the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.queries.prepared import PreparedQuery
from issues.enums.stages import ENDED_STAGES
from issues.enums.turns import TurnRole
from issues.models import Assignment, Deadline, Issue, Support


@dataclass(frozen=True, slots=True)
class Broken:
    reference: str
    why: str


def broken_chains() -> list[Broken]:
    """Issues that break it: an open one has one current lead and a running clock, others none.

    Beside it, whether the supporters that are kept counted are what a count gives. One statement,
    so all is asked of one moment.
    """
    return [Broken(reference, why) for reference, why in _broken()]


@PreparedQuery
def _broken() -> QuerySet[Issue, Any]:
    holders = Assignment.objects.current().filter(issue=OuterRef("pk"))
    leads = Count(
        "assignments",
        filter=Q(assignments__role=TurnRole.LEAD, assignments__left_at__isnull=True),
    )
    issues = Issue.objects.order_by()
    open_issues = issues.exclude(stage__in=ENDED_STAGES)
    ended = issues.filter(stage__in=ENDED_STAGES)
    runs = Exists(Deadline.objects.running().filter(issue=OuterRef("pk")))
    astray = Exists(
        Deadline.objects.running().filter(issue=OuterRef("pk"), assignment__left_at__isnull=False)
    )
    said = Support.objects.filter(issue=OuterRef("pk")).order_by().values("issue")
    counted = Coalesce(Subquery(said.annotate(n=Count("pk")).values("n")), 0)
    elsewhere = Exists(holders.lead().exclude(level=OuterRef("level")))
    not_one = open_issues.annotate(leads=leads).exclude(leads=1)
    first, *others = (
        rows.annotate(why=Value(why)).values_list("reference", "why")
        for rows, why in (
            (not_one, "open without exactly one current lead"),
            (open_issues.exclude(runs), "open without a running clock"),
            (open_issues.filter(astray), "a clock runs of a body that has it no more"),
            (open_issues.filter(elsewhere), "its lead stands on another level"),
            (ended.filter(Exists(holders)), "ended but still held"),
            (ended.filter(runs), "ended but a clock runs"),
            (issues.exclude(supporters=counted), "counts others than said: to us too"),
        )
    )
    return first.union(*others, all=True)
