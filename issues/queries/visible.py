"""The issues a person may open: the same as `rules.sees`, asked of the database.

Nothing of an issue is fetched by reference or listed without the standing of who asks.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from grids.enums import Role
from grids.standing import Standing
from issues.enums import Level, MatterClass, Visibility
from issues.models import Assignment, Issue
from issues.models.issue import IssueQuerySet
from issues.queries.facts import with_facts
from issues.rules import HANDS

NOTHING = Q(pk__in=())


def visible_to(standing: Standing) -> IssueQuerySet:
    """What `standing` may open: public matters, their own, and those they work on or oversee."""
    issues: IssueQuerySet = Issue.objects.all()
    return issues.filter(Q(visibility=Visibility.PUBLIC) | inside(standing))


def seen_inside(standing: Standing) -> IssueQuerySet:
    """Those whose own words `standing` may read: the same as `rules.sees_inside`."""
    issues: IssueQuerySet = Issue.objects.all()
    return issues.filter(inside(standing))


def get_visible(reference: str, standing: Standing) -> Issue:
    """One issue with its facts. Raises Issue.DoesNotExist where it is not theirs to open."""
    return with_facts(visible_to(standing)).get(reference=reference)


def inside(standing: Standing) -> Q:
    """Joins nothing that multiplies rows."""
    condition = NOTHING
    if standing.user_id is not None:
        condition |= Q(reporter_id=standing.user_id)
    if not standing.is_posted:
        return condition
    return condition | _works_there(standing) | _oversees(standing) | _held(standing)


def _held(standing: Standing) -> Q:
    """Held now or earlier by a body the person speaks for, as lead or joint."""
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
    """Supervisors above the community; dispatchers what is urgent or reached the departments.

    Of disputes supervisors, too, only what is urgent or was handed on.
    """
    reached = Q(level=Level.DEPARTMENT) | Q(matter_class=MatterClass.URGENT)
    condition = NOTHING
    for path in standing.paths(Role.SUPERVISOR):
        condition |= _below(path) & (reached | ~Q(category__private=True))
    for path in standing.paths(Role.DISPATCHER):
        condition |= _below(path) & reached
    return condition


def _below(path: str) -> Q:
    """A community somewhere under the body of this path, not that body itself."""
    return Q(community__path__startswith=path) & ~Q(community__path=path)
