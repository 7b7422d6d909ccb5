"""Messages to people, within an administrator's territory."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from grids.enums import Role
from grids.rules import may_administer_shared
from grids.standing import Standing
from issues.models import Issue
from notifications.models import Delivery


def deliveries_within(standing: Standing) -> QuerySet[Delivery]:
    """Deliveries about matters of the communities below the administrator's bodies.

    Those about no matter belong to no place; administrators of what all share see them.
    """
    places = Q(pk__in=[])
    for path in standing.paths(Role.ADMINISTRATOR):
        places |= Q(community__path__startswith=path)
    found = Q(notice__subject__in=Issue.objects.filter(places).values("uid"))
    if may_administer_shared(standing):
        found |= Q(notice__subject__isnull=True)
    return Delivery.objects.filter(found)
