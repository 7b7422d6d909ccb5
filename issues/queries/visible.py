"""The issues that a person may open: `rules.sees` and `sees_inside` as database conditions.

Whoever fetches an issue by its reference, or lists issues, must go through here.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from grids.enums import Role
from grids.standing import Standing
from issues.enums.matter import MatterClass, Visibility
from issues.enums.turns import Level
from issues.models import Assignment, Issue
from issues.models.issue import IssueQuerySet
from issues.queries.facts import with_facts
from issues.rules import HANDS

NOTHING = Q(pk__in=())


def visible_to(standing: Standing) -> IssueQuerySet:
    """What `standing` may open: what is public, their own, what became of it, and their work."""
    issues: IssueQuerySet = Issue.objects.all()
    public = Q(visibility=Visibility.PUBLIC)
    return issues.filter(public | _merged_with_theirs(standing) | inside(standing))


def seen_inside(standing: Standing) -> IssueQuerySet:
    """Issues whose original words `standing` may read, as `rules.sees_inside` says."""
    issues: IssueQuerySet = Issue.objects.all()
    return issues.filter(inside(standing))


def get_visible(reference: str, standing: Standing) -> Issue:
    """One issue with its facts. Raises Issue.DoesNotExist if they may not open it."""
    return with_facts(visible_to(standing)).get(reference=reference)


def inside(standing: Standing) -> Q:
    """`rules.sees_inside` as a condition, without joins that multiply rows."""
    condition = NOTHING
    if standing.user_id is not None:
        condition |= Q(reporter_id=standing.user_id)
    if not standing.is_posted:
        return condition
    return condition | _works_there(standing) | _oversees(standing) | _held(standing)


def _merged_with_theirs(standing: Standing) -> Q:
    """What the person's own matter was merged into."""
    if standing.user_id is None:
        return NOTHING
    merged = Issue.objects.filter(merged_into=OuterRef("pk"), reporter_id=standing.user_id)
    return Q(Exists(merged))


def _held(standing: Standing) -> Q:
    """A body that the person speaks for has or had it, as lead or joint."""
    bodies = {post.body_id for post in standing.posts if post.role in HANDS.get(post.body_kind, ())}
    holders = Q(body_id__in=bodies)
    for path in standing.paths(Role.DISPATCHER):
        holders |= Q(body__general_office=True, body__path__startswith=path)
    return Q(Exists(Assignment.objects.filter(holders, issue=OuterRef("pk"))))


def _works_there(standing: Standing) -> Q:
    condition = NOTHING
    for path in standing.paths(Role.GRID_WORKER, Role.GRID_HEAD):
        condition |= Q(grid__path__startswith=path)
    for path in standing.paths(Role.STAFF, Role.LEAD):
        condition |= Q(community__path__startswith=path)
    return condition


def _oversees(standing: Standing) -> Q:
    """Supervisors above the community; dispatchers only what is urgent or reached departments.

    Of disputes, supervisors also see only those that are urgent or were handed on.
    """
    reached = Q(level=Level.DEPARTMENT) | Q(matter_class=MatterClass.URGENT)
    condition = NOTHING
    for path in standing.paths(Role.SUPERVISOR):
        condition |= _below(path) & (reached | ~Q(category__private=True))
    for path in standing.paths(Role.DISPATCHER):
        condition |= _below(path) & reached
    return condition


def _below(path: str) -> Q:
    """The community lies below the body with this path, and is not that body itself."""
    return Q(community__path__startswith=path) & ~Q(community__path=path)
