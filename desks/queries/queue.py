"""The queue of a desk: how much is in each section, and one page of one section."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Min, QuerySet

from desks.sections import FOUND, DeskPlan, Section
from grids.models import Body
from grids.queries.names import display_name
from grids.standing import Standing
from issues.models import Deadline, Issue
from issues.queries.desk import with_clock
from issues.queries.finding import matching, with_words
from issues.queries.visible import inside

PER_PAGE = 20
# Old endings are found in the list of all matters.
MOST_ENDED = 20


def counts(
    plan: DeskPlan, body: Body, standing: Standing, now: datetime, *, words: str = ""
) -> dict[str, int]:
    """How many stand in each section, and how many fit the words of a search: one query."""
    wanted = {
        section.code: Count("pk", filter=section.holds(body, now)) for section in plan.sections
    }
    issues: QuerySet[Issue] = Issue.objects.filter(plan.scope(body), inside(standing))
    if words:
        issues = with_words(issues)
        wanted[FOUND.code] = Count("pk", filter=matching(words))
    found = issues.aggregate(**wanted)
    for section in plan.sections:
        if section.newest_first:
            found[section.code] = min(found[section.code], MOST_ENDED)
    return found


def queue(
    plan: DeskPlan,
    section: Section,
    body: Body,
    standing: Standing,
    *,
    now: datetime,
    page: int,
    words: str = "",
) -> list[Issue]:
    """One page, by the clock: what runs out first stands first; of a search, the newest. One query.

    `words` are those of a search.
    """
    issues = Issue.objects.filter(
        plan.scope(body), section.holds(body, now), inside(standing)
    ).select_related("category", "grid", "building__estate", "venue", "sweep_failure")
    rows = with_clock(issues, section.clocks(body))
    if section.newest_first:
        return list(rows.order_by("-ended_at", "-pk")[:MOST_ENDED])
    if words:
        ordered = with_words(rows).filter(matching(words)).order_by("-raised_at", "-pk")
    else:
        ordered = rows.order_by(F("clock_due_at").asc(nulls_last=True), "pk")
    first = (page - 1) * PER_PAGE
    return list(ordered[first : first + PER_PAGE])


@dataclass(frozen=True, slots=True)
class LateBody:
    name: str
    matters: int
    # The clock that was missed longest ago.
    since: datetime


def late_bodies(body: Body, standing: Standing, section: Section, now: datetime) -> list[LateBody]:
    """Who is late with how many, the longest first: one query."""
    issues = Issue.objects.filter(section.holds(body, now), inside(standing))
    missed = Deadline.objects.filter(
        breached_at__isnull=False, assignment__left_at__isnull=True, issue__in=issues
    )
    rows = (
        missed.values(holder=display_name("assignment__body"))
        .annotate(matters=Count("issue", distinct=True), since=Min("due_at"))
        .order_by("since")
    )
    return [LateBody(row["holder"], row["matters"], row["since"]) for row in rows]
