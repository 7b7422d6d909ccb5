"""The queue of a desk: how much is in each section, and one page of one section."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, DateTimeField, F, Min, OrderBy, Q, QuerySet, Value
from django.db.models.lookups import Exact
from django.utils import timezone

from accounts.queries.prepared import Given, PreparedQuery
from acting.queries.among import Among, among
from desks.sections import FOUND, DeskPlan, DeskSection
from grids.models import Body
from grids.models.body import in_english
from grids.queries.communities import communities_of
from grids.standing import Standing
from issues.enums.finding import SearchAudience
from issues.models import Deadline, Issue
from issues.queries.desk import MOST_ENDED, with_clock, with_due
from issues.queries.dossier import READERS_KEPT
from issues.queries.finding import found
from issues.queries.owing import OWED_BY
from issues.queries.visible import inside
from issues.search.ranking import Ranked

PER_PAGE = 20
# The size of a page on which something is done with several matters at once.
MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class _Asked:
    """Everything that the SQL of a desk's question depends on: the key under which it is kept.

    `path` is part of it since a body may move in the tree, `day` since posts begin and end.
    """

    plan: DeskPlan
    body: Body
    path: str
    standing: Standing
    english: bool
    day: date

    @classmethod
    def of(cls, plan: DeskPlan, body: Body, standing: Standing) -> Self:
        return cls(plan, body, body.path, standing, in_english(), timezone.localdate())


def counts(plan: DeskPlan, body: Body, standing: Standing, now: datetime) -> dict[str, int]:
    """How many stand in each section: one query."""
    ends = {section.code: section.until(body, now) for section in plan.sections}
    (found,) = _counts(_Asked.of(plan, body, standing))(**ends)
    return {
        section.code: min(found[section.code], MOST_ENDED)
        if section.newest_first
        else found[section.code]
        for section in plan.sections
    }


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
    """One page of a section, sorted by the clock: what runs out first stands first. One query.

    With `part` only the matters of that late body are given.
    """
    first, size = (0, MOST_ENDED) if section.newest_first else ((page - 1) * size, size)
    asked = _queue(_Asked.of(plan, body, standing), section, part, first, size)
    return asked(**{section.code: section.until(body, now)})


def search(plan: DeskPlan, body: Body, standing: Standing, words: str) -> Ranked:
    """The matters that fit `words`, among all that were ever at this desk.

    Only matters that the person may read inside are found; without words, none.
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


@lru_cache(maxsize=READERS_KEPT)
def _counts(asked: _Asked) -> PreparedQuery[Issue]:
    wanted = {
        section.code: Count("pk", filter=section.holds(asked.body, _end(section)))
        for section in asked.plan.sections
    }
    held = _at_hand(asked.plan, asked.body, asked.standing)
    # Grouped by a constant, so that the answer is one row.
    counted = held.order_by().values(all=Value(1)).annotate(**wanted)
    return PreparedQuery(lambda: counted, of_reader=True)


@lru_cache(maxsize=READERS_KEPT)
def _queue(
    asked: _Asked, section: DeskSection, part: Body | None, first: int, size: int
) -> PreparedQuery[Issue]:
    body, order = asked.body, _order(section)
    clocks = section.clocks(body)
    held = _at_hand(asked.plan, body, asked.standing).filter(section.holds(body, _end(section)))
    if part is not None and section.part_of is not None:
        held = held.filter(section.part_of(part))
        # Only this body's clocks count here; other bodies may be late with the same matter.
        clocks &= Q(Exact(OWED_BY, part.pk))
    keys = with_due(held, clocks).order_by(*order)[first : first + size]
    # The keys are sorted and cut first, so that the annotations are computed for one page only.
    # With all that belongs to a line, PostgreSQL has more tables to join than it tries orders of,
    # and would join every issue before it looks at the keys.
    which = Q(Among("pk", ArraySubquery(keys.values("pk"))))
    lines = _lines(which, clocks).order_by(*order)
    return PreparedQuery(lambda: lines, of_reader=True)


def _end(section: DeskSection) -> Given:
    return Given(section.code, DateTimeField())


def _lines(which: Q, clocks: Q) -> QuerySet[Issue]:
    issues = Issue.objects.filter(which).select_related(
        "category", "grid", "building__estate", "venue", "estate", "sweep_failure"
    )
    return with_clock(issues, clocks)


def _at_hand(plan: DeskPlan, body: Body, standing: Standing) -> QuerySet[Issue]:
    """The matters at hand (see `DeskPlan.at_hand`) that the person may read inside."""
    readable = inside(standing)
    return Issue.objects.filter(plan.at_hand(body, readable), readable)


def _order(section: DeskSection) -> tuple[str | OrderBy, ...]:
    """By the end, newest first, for ended matters; otherwise by the clock, due first."""
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
    asked = _late(_Asked.of(plan, body, standing), section)
    owed = asked(**{section.code: section.until(body, now)})
    bodies = Body.objects.in_bulk([row["owing"] for row in owed])
    return [
        LateBody(one, row["matters"], row["since"])
        for row in owed
        if (one := bodies.get(row["owing"])) is not None
    ]


@lru_cache(maxsize=READERS_KEPT)
def _late(asked: _Asked, section: DeskSection) -> PreparedQuery[Deadline]:
    held = _at_hand(asked.plan, asked.body, asked.standing)
    issues = held.filter(section.holds(asked.body, _end(section)))
    late = Deadline.objects.late().filter(Among("issue_id", ArraySubquery(issues.values("pk"))))
    owing = late.annotate(owing=OWED_BY).values("owing")
    counted = owing.annotate(matters=Count("issue", distinct=True), since=Min("due_at"))
    return PreparedQuery(lambda: counted.order_by("since", "owing"), of_reader=True)
