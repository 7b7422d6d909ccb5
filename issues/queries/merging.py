"""Which matter another one may be merged into."""

from __future__ import annotations

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from acting.refusals import Refused
from grids.models import Body
from issues.enums.matter import STRICTER, TALKED_OVER
from issues.enums.stages import BEFORE_DELIVERY
from issues.models import Issue
from issues.queries.desk import WAITS_FOR_THE_RESIDENT, awaits_verification
from issues.queries.references import asked_by_number
from issues.queries.similar import similar_to

MOST = 8


def into_candidates(issue: Issue) -> list[Issue]:
    """Those that it can be merged into: most alike first, then same place, category."""
    takes = _takes(issue)
    near = [one.issue for one in similar_to(issue.text, community_id=issue.community_id, of=takes)]
    same = Q(pk__in=())
    if issue.building_id is not None:
        same |= Q(building=issue.building_id)
    if issue.category_id is not None:
        same |= Q(category=issue.category_id)
    rank = Case(When(same, then=Value(0)), default=Value(1), output_field=IntegerField())
    others = _open_there(issue).filter(takes).exclude(pk__in=[one.pk for one in near])
    return [*near, *others.order_by(rank, "-raised_at", "-pk")[: MOST - len(near)]]


def into_named(issue: Issue, number: str) -> Issue | None:
    """The matter with that number, written or spoken; None if there is none.

    Also one that takes in no more: merging says why. Raises Refused if two have it.
    """
    asked = asked_by_number(number, Body.objects.filter(pk=issue.community_id))
    found = [] if asked is None else list(_open_there(issue).filter(asked)[:2])
    if len(found) > 1:
        raise Refused(
            _("Two have this number: give it with its year, as on the receipt."), field="reference"
        )
    return found[0] if found else None


def _open_there(issue: Issue) -> QuerySet[Issue]:
    same_place = Issue.objects.public().open().filter(community=issue.community_id)
    return same_place.exclude(pk=issue.pk)


def _takes(issue: Issue) -> Q:
    """As `actions.merge` and `casework.taking_over` check it, of an open public matter there.

    Its result is not in, and where it is carried out already, nothing that must be talked over
    first is put to it.
    """
    takes = ~Q(pk=issue.pk) & ~WAITS_FOR_THE_RESIDENT & ~awaits_verification()
    if issue.matter_class not in TALKED_OVER:
        return takes
    as_strict = STRICTER[STRICTER.index(issue.matter_class) :]
    return takes & (Q(stage__in=BEFORE_DELIVERY) | Q(matter_class__in=as_strict))
