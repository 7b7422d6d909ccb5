"""The policy in force, cached in the process until there is a newer version."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import DateTimeField, QuerySet, Subquery

from accounts.queries.prepared import Given, PreparedQuery
from clocks.calendar import WorkCalendar
from clocks.enums import SpanKind
from clocks.models import CalendarRevision
from clocks.queries.calendar import calendar_of
from clocks.spans import Span
from issues.chain.policy import Policy, Rule
from issues.enums.deadlines import DeadlineKind, OnBreach, StartsAt
from issues.enums.turns import Level, TurnRole
from issues.models import Issue, PolicyRule, PolicyVersion


def policy_and_calendar(now: datetime) -> tuple[Policy, WorkCalendar]:
    """Policy and calendar in force, in one query; each version's rows are read once a process.

    Raises PolicyVersion.DoesNotExist before the first version is made.
    """
    return _cached(*(_in_force(now=now) or [(None, 0, None, None)])[0])


def policy_and_calendar_of(issue: Issue) -> tuple[Policy, WorkCalendar]:
    """As they were read with a matter, by `with_policy`."""
    row: Any = issue
    return _cached(row.policy_key, row.policy_number, row.revision, row.revised_at)


def _cached(
    key: int | None, number: int, revision: int | None, revised_at: datetime | None
) -> tuple[Policy, WorkCalendar]:
    if key is None:
        raise PolicyVersion.DoesNotExist("no policy is in force: run the migrations")
    calendar = None if revision is None or revised_at is None else (revision, revised_at)
    return policy_of(key, number), calendar_of(calendar)


def _versions() -> QuerySet[PolicyVersion]:
    """The one in force comes first."""
    versions = PolicyVersion.objects.filter(in_force_from__lte=Given("now", DateTimeField()))
    return versions.order_by("-number")


def _newest() -> QuerySet[CalendarRevision]:
    return CalendarRevision.objects.order_by("-pk")


@PreparedQuery
def _in_force() -> QuerySet[PolicyVersion, Any]:
    return (
        _versions()
        .annotate(revision=Subquery(_newest().values("pk")[:1]))
        .annotate(revised_at=Subquery(_newest().values("created_at")[:1]))
        .values_list("pk", "number", "revision", "revised_at")[:1]
    )


def with_policy(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    """Policy and calendar in force at the given `now` beside each matter: no statement more."""
    return issues.annotate(
        policy_key=Subquery(_versions().values("pk")[:1]),
        policy_number=Subquery(_versions().values("number")[:1]),
        revision=Subquery(_newest().values("pk")[:1]),
        revised_at=Subquery(_newest().values("created_at")[:1]),
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
