"""Public matters with filters, newest first; the same for everyone who asks."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import CharField, Count, DateTimeField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from grids.models import Body, Category
from grids.queries.names import display_name
from issues.enums import ENDED_STAGES, Stage
from issues.models import Assignment, Deadline, Issue, Support
from issues.queries.searching import asked_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the address bar carries; empty means all."""

    community: Body | None = None
    grid: Body | None = None
    matter_class: str = ""
    stage: str = ""
    level: str = ""
    category: Category | None = None
    words: str = ""


def public_issues(filters: Filters) -> QuerySet[Issue]:
    """Checked and public matters only, through the partial index, with what a card shows."""
    issues: QuerySet[Issue] = Issue.objects.public()
    if filters.grid is not None:
        issues = issues.filter(grid=filters.grid)
    elif filters.community is not None:
        issues = issues.filter(community=filters.community)
    if filters.matter_class:
        issues = issues.filter(matter_class=filters.matter_class)
    if filters.stage == "open":
        issues = issues.exclude(stage__in=ENDED_STAGES)
    elif filters.stage:
        issues = issues.filter(stage=filters.stage)
    if filters.level:
        issues = issues.filter(level=filters.level)
    if filters.category is not None:
        issues = issues.filter(Q(category=filters.category) | Q(category__parent=filters.category))
    if filters.words:
        issues = _searched(issues, filters.words)
    return issues.order_by("-raised_at", "-pk")


def _searched(issues: QuerySet[Issue], words: str) -> QuerySet[Issue]:
    asked = asked_for(words)
    return issues.filter(asked) if asked is not None else issues.none()


def for_cards(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    """Annotate holder, next date and neighbours; put on after counting, which stays cheap."""
    lead = Assignment.objects.current().lead().filter(issue=OuterRef("pk"))
    clock = Deadline.objects.running().filter(issue=OuterRef("pk")).order_by("due_at")
    neighbours = (
        Support.objects.filter(issue=OuterRef("pk"))
        .order_by()
        .values("issue")
        .annotate(n=Count("pk"))
    )
    return issues.select_related("grid", "category").annotate(
        holder_name=Subquery(lead.values(spoken=display_name())[:1], output_field=CharField()),
        next_due=Subquery(clock.values("due_at")[:1], output_field=DateTimeField()),
        supporters=Coalesce(Subquery(neighbours.values("n")), 0),
    )


def open_counts(community: Body) -> dict[int, int]:
    """Open public matters by grid, for the plan."""
    rows = (
        Issue.objects.public()
        .open()
        .filter(community=community)
        .order_by()
        .values_list("grid")
        .annotate(n=Count("pk"))
    )
    return dict(rows)


def recently_solved(community: Body | None, *, limit: int) -> list[Issue]:
    """Solved by the resident's word and public, newest first."""
    solved = Issue.objects.public().filter(stage=Stage.CLOSED, ending="solved")
    if community is not None:
        solved = solved.filter(community=community)
    return list(solved.select_related("grid").order_by("-ended_at")[:limit])
