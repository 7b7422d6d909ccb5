"""The queue of a desk: how much is in each section, and one page of one section."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, Min, OrderBy, Q, QuerySet
from django.db.models.lookups import Exact

from acting.queries.among import Among, among
from desks.sections import FOUND, DeskPlan, DeskSection
from grids.models import Body
from grids.queries.communities import communities_of
from grids.standing import Standing
from issues.enums import SearchAudience
from issues.models import Deadline, Issue
from issues.queries.desk import MOST_ENDED, with_clock, with_due
from issues.queries.finding import found
from issues.queries.owing import OWED_BY
from issues.queries.visible import inside
from issues.search.ranking import Ranked

PER_PAGE = 20
# Where something is done with several at once.
MOST_AT_ONCE = 100


def counts(plan: DeskPlan, body: Body, standing: Standing, now: datetime) -> dict[str, int]:
    """How many stand in each section: one query."""
    wanted = {
        section.code: Count("pk", filter=section.holds(body, now)) for section in plan.sections
    }
    found = _at_hand(plan, body, standing).aggregate(**wanted)
    for section in plan.sections:
        if section.newest_first:
            found[section.code] = min(found[section.code], MOST_ENDED)
    return found


def queue(
    plan: DeskPlan,
    section: DeskSection,
    body: Body,
    standing: Standing,
    *,
    now: datetime,
    page: int,
    size: int = PER_PAGE,
    part: Body | None = None,
) -> list[Issue]:
    """One page, by the clock: what runs out first stands first. One query.

    `part` is the body whose part of the section is asked for.
    """
    clocks = section.clocks(body)
    order = _order(section)
    first, size = (0, MOST_ENDED) if section.newest_first else ((page - 1) * size, size)
    held = _at_hand(plan, body, standing).filter(section.holds(body, now))
    if part is not None and section.part_of is not None:
        held = held.filter(section.part_of(part))
        # What the others beside it owe is no part of theirs.
        clocks &= Q(Exact(OWED_BY, part.pk))
    keys = with_due(held, clocks).order_by(*order)[first : first + size]
    # The keys are sorted and cut first, so that the annotations are computed for one page only.
    return list(_lines(Q(pk__in=keys.values("pk")), clocks).order_by(*order))


def search(plan: DeskPlan, body: Body, standing: Standing, words: str) -> Ranked:
    """What fits among all that was ever at this desk and that the person may read inside.

    Nothing fits no words.
    """
    if not words:
        return Ranked([], [])
    return found(
        words,
        Issue.objects.filter(plan.scope(body), inside(standing)),
        communities=communities_of(body),
        audience=SearchAudience.INSIDE,
        without_saying=(body.name, body.short_name, body.name_en),
    )


def lines_of(keys: list[int], body: Body) -> list[Issue]:
    """The issues with these keys, in their order. One query."""
    rows = _lines(Q(among("pk", keys)), FOUND.clocks(body))
    return sorted(rows, key=lambda issue: keys.index(issue.pk))


def _lines(which: Q, clocks: Q) -> QuerySet[Issue]:
    issues = Issue.objects.filter(which).select_related(
        "category", "grid", "building__estate", "venue", "estate", "sweep_failure"
    )
    return with_clock(issues, clocks)


def _at_hand(plan: DeskPlan, body: Body, standing: Standing) -> QuerySet[Issue]:
    """What the person may read of what is at hand."""
    readable = inside(standing)
    return Issue.objects.filter(plan.at_hand(body, readable), readable)


def _order(section: DeskSection) -> tuple[str | OrderBy, ...]:
    """How the section is sorted."""
    if section.newest_first:
        return ("-ended_at", "-pk")
    return (F("clock_due_at").asc(nulls_last=True), "pk")


@dataclass(frozen=True, slots=True)
class LateBody:
    body: Body
    matters: int
    # The clock that was missed longest ago.
    since: datetime


def late_bodies(
    plan: DeskPlan, body: Body, standing: Standing, section: DeskSection, now: datetime
) -> list[LateBody]:
    """The late bodies with how many matters; who is late longest comes first. Two queries."""
    issues = _at_hand(plan, body, standing).filter(section.holds(body, now))
    late = Deadline.objects.late().filter(Among("issue_id", ArraySubquery(issues.values("pk"))))
    rows = (
        late.annotate(owing=OWED_BY)
        .values("owing")
        .annotate(matters=Count("issue", distinct=True), since=Min("due_at"))
        .order_by("since", "owing")
    )
    owed = list(rows)
    bodies = Body.objects.in_bulk([row["owing"] for row in owed])
    return [
        LateBody(one, row["matters"], row["since"])
        for row in owed
        if (one := bodies.get(row["owing"])) is not None
    ]
