"""The policy in force, cached in the process until there is a newer version."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import DateTimeField, QuerySet, Subquery

from acting.queries.prepared import Given, PreparedQuery
from clocks.calendar import WorkCalendar
from clocks.enums import SpanKind
from clocks.models import CalendarRevision
from clocks.queries.calendar import calendar_of
from clocks.spans import Span
from issues.chain.policy import Policy, Rule
from issues.enums.deadlines import DeadlineKind, OnBreach, StartsAt
from issues.enums.turns import Level, TurnRole
from issues.models import PolicyRule, PolicyVersion


def policy_and_calendar(now: datetime) -> tuple[Policy, WorkCalendar]:
    """Policy and calendar in force, in one query; each version's rows are read once a process.

    Raises PolicyVersion.DoesNotExist before the first version is made.
    """
    rows = _in_force(now=now)
    if not rows:
        raise PolicyVersion.DoesNotExist("no policy is in force: run the migrations")
    key, number, revision, revised_at = rows[0]
    return policy_of(key, number), calendar_of((revision, revised_at) if revision else None)


@PreparedQuery
def _in_force() -> QuerySet[PolicyVersion, Any]:
    newest = CalendarRevision.objects.order_by("-pk")
    return (
        PolicyVersion.objects.filter(in_force_from__lte=Given("now", DateTimeField()))
        .annotate(revision=Subquery(newest.values("pk")[:1]))
        .annotate(revised_at=Subquery(newest.values("created_at")[:1]))
        .order_by("-number")
        .values_list("pk", "number", "revision", "revised_at")[:1]
    )


def policy_in_force(now: datetime) -> Policy:
    return policy_and_calendar(now)[0]


@lru_cache(maxsize=16)
def policy_of(version_id: int, number: int) -> Policy:
    return Policy(number, [_rule(row) for row in PolicyRule.objects.filter(version_id=version_id)])


def _rule(row: PolicyRule) -> Rule:
    return Rule(
        matter_class=row.matter_class,
        level=Level(row.level),
        role=TurnRole(row.role),
        kind=DeadlineKind(row.kind),
        span=Span(SpanKind(row.span_kind), row.amount),
        starts=StartsAt(row.starts),
        on_breach=OnBreach(row.on_breach),
        pk=row.pk,
    )
