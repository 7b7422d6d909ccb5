"""Check the invariant of the chain (rules §6) in the database."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from issues.enums.stages import ENDED_STAGES
from issues.enums.turns import TurnRole
from issues.models import Assignment, Deadline, Issue, Support


@dataclass(frozen=True, slots=True)
class Broken:
    reference: str
    why: str


def broken_chains() -> list[Broken]:
    """Issues that break it: an open one has one current lead and a running clock, others none.

    Beside it, whether the supporters that are kept counted are what a count gives.
    """
    holders = Assignment.objects.current().filter(issue=OuterRef("pk"))
    issues = Issue.objects.annotate(
        leads=Count(
            "assignments",
            filter=Q(assignments__role=TurnRole.LEAD, assignments__left_at__isnull=True),
        ),
        held=Exists(holders),
        runs=Exists(Deadline.objects.running().filter(issue=OuterRef("pk"))),
    ).order_by("pk")
    open_issues = issues.exclude(stage__in=ENDED_STAGES)
    ended = issues.filter(stage__in=ENDED_STAGES)
    astray = Exists(
        Deadline.objects.running().filter(issue=OuterRef("pk"), assignment__left_at__isnull=False)
    )
    said = Support.objects.filter(issue=OuterRef("pk")).order_by().values("issue")
    counted = Coalesce(Subquery(said.annotate(n=Count("pk")).values("n")), 0)
    elsewhere = Exists(holders.lead().exclude(level=OuterRef("level")))
    return [
        *_named(open_issues.exclude(leads=1), "open without exactly one current lead"),
        *_named(open_issues.filter(runs=False), "open without a running clock"),
        *_named(open_issues.filter(astray), "a clock runs of a body that has it no more"),
        *_named(open_issues.filter(elsewhere), "its lead stands on another level"),
        *_named(ended.filter(held=True), "ended but still held"),
        *_named(ended.filter(runs=True), "ended but a clock runs"),
        *_named(issues.exclude(supporters=counted), "counts others than said: to us too"),
    ]


def _named(issues: QuerySet[Issue], why: str) -> list[Broken]:
    return [Broken(reference, why) for reference in issues.values_list("reference", flat=True)]
