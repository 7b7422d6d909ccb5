"""Which matter another one may be merged into."""

from __future__ import annotations

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from issues.models import Issue
from issues.queries.references import asked_by_number
from issues.queries.similar import similar_to

MOST = 8


def into_candidates(issue: Issue) -> list[Issue]:
    """Open public matters of the same community: most alike first, then same place, category."""
    near = [
        one.issue for one in similar_to(issue.text, community_id=issue.community_id, but=issue.pk)
    ]
    same = Q(pk__in=())
    if issue.building_id is not None:
        same |= Q(building=issue.building_id)
    if issue.category_id is not None:
        same |= Q(category=issue.category_id)
    rank = Case(When(same, then=Value(0)), default=Value(1), output_field=IntegerField())
    others = _mergeable(issue).exclude(pk__in=[one.pk for one in near])
    return [*near, *others.order_by(rank, "-raised_at", "-pk")[: MOST - len(near)]]


def into_named(issue: Issue, number: str) -> Issue | None:
    """The matter with that number, written or spoken; None if there is none or more than one."""
    asked = asked_by_number(number)
    found = list(_mergeable(issue).filter(asked)[:2]) if asked else []
    return found[0] if len(found) == 1 else None


def _mergeable(issue: Issue) -> QuerySet[Issue]:
    same_place = Issue.objects.public().open().filter(community=issue.community_id)
    return same_place.exclude(pk=issue.pk)
