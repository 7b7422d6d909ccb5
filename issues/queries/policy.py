"""The policy in force, kept in the process until a newer version is."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from clocks.enums import SpanKind
from clocks.spans import Span
from issues.chain.policy import Policy, Rule
from issues.enums import DeadlineKind, Level, OnBreach, StartsAt, TurnRole
from issues.models import PolicyRule, PolicyVersion


def policy_in_force(now: datetime) -> Policy:
    """One query for the number; the rows are read once per version and process.

    Raises PolicyVersion.DoesNotExist before the first version is made.
    """
    row = PolicyVersion.objects.filter(in_force_from__lte=now).order_by("-number").first()
    if row is None:
        raise PolicyVersion.DoesNotExist("no policy is in force: run the migrations")
    return policy_of(row.pk, row.number)


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
