"""What proposes itself for the next sitting of a council."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateTimeField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Least

from accounts.queries.prepared import Given, PreparedQuery, given_key, given_keys
from acting.queries.among import Among, among
from council.models import Council
from council.order.proposals import ProposalReason, Signs, reasons_of
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import Visibility
from issues.enums.stages import (
    DELIBERATIONS_BEFORE_DEPARTMENT,
    RESOLUTIONS_BEFORE_DELIVERY,
    WORKED_ON,
    Stage,
)
from issues.enums.turns import TurnCause
from issues.models import Assignment, Deadline, Deliberation, Issue
from issues.queries.facts import with_facts

MOST = 50
MOVED_UP = (TurnCause.PUSHED_UP, TurnCause.RESOLUTION, TurnCause.CLOCK, TurnCause.WORD)
RESULTS = (DeadlineKind.RESOLVE, DeadlineKind.TALK, DeadlineKind.SUPERVISED)


@dataclass(frozen=True, slots=True)
class Proposal:
    """`issue` is public and comes with its facts; `reasons` are never empty.

    `is_chairs`: who chairs the sitting that it is proposed for reported it or carries it out.
    """

    issue: Issue
    reasons: tuple[ProposalReason, ...]
    is_chairs: bool = False


def proposals(
    council: Council, *, until: datetime, now: datetime, except_keys: Collection[int] = ()
) -> list[Proposal]:
    """Public matters that the council's body has, due first, each with its reasons; one statement.

    `until`: what is due by then can't wait for the sitting after the next. `except_keys` are left
    out: what is on an agenda already, or was put off. Nothing is written.
    """
    first = _first(body=council.body_id, until=until, left_out=list(except_keys))
    found = [Proposal(issue, reasons_of(signs_of(issue), until=until, now=now)) for issue in first]
    return [one for one in found if one.reasons]


def _due_first() -> QuerySet[Issue]:
    issues = with_signs(_led()).exclude(among("pk", given_keys("left_out")))
    wanted = issues.filter(_any_reason(Given("until", DateTimeField())))
    return wanted.select_related("building__estate", "venue", "estate").order_by(
        F("next_due_at").asc(nulls_last=True), "pk"
    )[:MOST]


_first = PreparedQuery(_due_first)


def _led() -> QuerySet[Issue]:
    """Matters that the council's body leads; only public ones and no disputes: sittings are public.

    The query starts from the body's turns, which are few. When it started from issues, the database
    read the indexes of all public ones.
    """
    stages = [*WORKED_ON, Stage.DELIVER]
    held = _leads().filter(issue__visibility=Visibility.PUBLIC, issue__stage__in=stages)
    keys = held.exclude(issue__category__private=True).values("issue_id")
    return Issue.objects.filter(Among("pk", ArraySubquery(keys)))


def _leads() -> QuerySet[Assignment]:
    return Assignment.objects.current().lead().filter(body=given_key("body"))


def with_signs(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    lead = _leads().filter(issue=OuterRef("pk"))
    sittings = Deliberation.objects.filter(issue=OuterRef("pk"), sitting__isnull=False)
    broken = Deadline.objects.filter(
        issue=OuterRef("pk"),
        kind=DeadlineKind.COMMITMENT,
        breached_at__isnull=False,
        commitment__fulfilled_at=None,
        commitment__dropped_at=None,
    )
    return (
        with_facts(issues)
        .annotate(
            lead_cause=Subquery(lead.values("cause")[:1]),
            lead_since=Subquery(lead.values("started_at")[:1]),
            promise_broken=Exists(broken),
            result_due_at=_nearest(*RESULTS),
            agenda_due_at=_nearest(DeadlineKind.AGENDA),
        )
        .annotate(
            heard=Exists(sittings.filter(held_at__gte=OuterRef("lead_since"))),
            next_due_at=Least("result_due_at", "agenda_due_at"),
        )
    )


def _nearest(*kinds: DeadlineKind) -> Subquery:
    running = Deadline.objects.running().filter(issue=OuterRef("pk"), kind__in=kinds)
    return Subquery(running.order_by("due_at").values("due_at")[:1])


def _any_reason(until: Given) -> Q:
    """As `council.order.proposals.reasons_of`, asked of the database."""
    talks, resolutions = Q(pk__in=()), Q(pk__in=())
    for matter_class, needed in DELIBERATIONS_BEFORE_DEPARTMENT.items():
        talks |= Q(matter_class=matter_class, deliberation_count__lt=needed)
    for matter_class, needed in RESOLUTIONS_BEFORE_DELIVERY.items():
        resolutions |= Q(matter_class=matter_class, resolution_count__lt=needed)
    return (
        Q(agenda_due_at__isnull=False)
        | Q(result_due_at__lte=until)
        | Q(promise_broken=True)
        | Q(lead_cause__in=MOVED_UP, heard=False)
        | Q(stage__in=WORKED_ON) & (talks | resolutions)
    )


def signs_of(issue: Issue) -> Signs:
    """Of an issue that came through `with_signs`."""
    row: Any = issue
    return Signs(
        matter_class=issue.matter_class,
        at_work=issue.stage == Stage.DELIVER,
        deliberations=row.deliberation_count,
        resolutions=row.resolution_count,
        moved_up=row.lead_cause in MOVED_UP and not row.heard,
        promise_broken=row.promise_broken,
        due_at=row.result_due_at,
        agenda_due_at=row.agenda_due_at,
    )
