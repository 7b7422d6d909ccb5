"""What left the house for people, within an administrator's territory."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from grids.enums import Role
from grids.rules import may_administer_shared
from grids.standing import Standing
from issues.models import Issue
from notifications.models import Delivery


def deliveries_within(standing: Standing) -> QuerySet[Delivery]:
    """About matters of the communities under the administrator's bodies.

    What is about no matter belongs to no place: it is for those who administer what all share.
    """
    places = Q(pk__in=[])
    for path in standing.paths(Role.ADMINISTRATOR):
        places |= Q(community__path__startswith=path)
    found = Q(notice__subject__in=Issue.objects.filter(places).values("uid"))
    if may_administer_shared(standing):
        found |= Q(notice__subject__isnull=True)
    return Delivery.objects.filter(found)
