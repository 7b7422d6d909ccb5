"""The queue of a desk: how much is in each section, and one page of one section."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, Min, OrderBy, QuerySet

from desks.sections import FOUND, DeskPlan, Section
from grids.models import Body
from grids.queries.names import display_name
from grids.standing import Standing
from issues.models import Deadline, Issue
from issues.queries.among import Among
from issues.queries.desk import MOST_ENDED, with_clock, with_due
from issues.queries.finding import matching, with_words
from issues.queries.visible import inside

PER_PAGE = 20


def counts(
    plan: DeskPlan, body: Body, standing: Standing, now: datetime, *, words: str = ""
) -> dict[str, int]:
    """How many stand in each section, and how many fit the words of a search: one query."""
    wanted = {
        section.code: Count("pk", filter=section.holds(body, now)) for section in plan.sections
    }
    issues = _within(plan, body, standing, words)
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
    clocks = section.clocks(body)
    order, size = _order(section, words)
    first = 0 if section.newest_first else (page - 1) * PER_PAGE
    held = _within(plan, body, standing, words).filter(section.holds(body, now))
    if words:
        held = with_words(held).filter(matching(words))
    keys = with_due(held, clocks).order_by(*order)[first : first + size]
    # The keys are sorted and cut first, so that the annotations are computed for one page only.
    lines = Issue.objects.filter(pk__in=keys.values("pk")).select_related(
        "category", "grid", "building__estate", "venue", "sweep_failure"
    )
    return list(with_clock(lines, clocks).order_by(*order))


def _within(plan: DeskPlan, body: Body, standing: Standing, words: str = "") -> QuerySet[Issue]:
    """What the person may read at the desk: for a search all of it, otherwise what is at hand."""
    readable = inside(standing)
    scope = plan.scope(body) if words else plan.at_hand(body, readable)
    return Issue.objects.filter(scope, readable)


def _order(section: Section, words: str) -> tuple[tuple[str | OrderBy, ...], int]:
    """How the section is sorted, and how many lines are shown at once."""
    if section.newest_first:
        return ("-ended_at", "-pk"), MOST_ENDED
    if words:
        return ("-raised_at", "-pk"), PER_PAGE
    return (F("clock_due_at").asc(nulls_last=True), "pk"), PER_PAGE


@dataclass(frozen=True, slots=True)
class LateBody:
    name: str
    matters: int
    # The clock that was missed longest ago.
    since: datetime


def late_bodies(
    plan: DeskPlan, body: Body, standing: Standing, section: Section, now: datetime
) -> list[LateBody]:
    """The late bodies with how many matters; who missed a clock first comes first. One query."""
    issues = _within(plan, body, standing).filter(section.holds(body, now))
    missed = Deadline.objects.filter(
        Among("issue_id", ArraySubquery(issues.values("pk"))),
        breached_at__isnull=False,
        assignment__left_at__isnull=True,
    )
    rows = (
        missed.values(holder=display_name("assignment__body"))
        .annotate(matters=Count("issue", distinct=True), since=Min("due_at"))
        .order_by("since")
    )
    return [LateBody(row["holder"], row["matters"], row["since"]) for row in rows]
