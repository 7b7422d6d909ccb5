"""Who can chair a sitting, and who can write it down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Q, QuerySet

from accounts.models import User
from council.models import Council, CouncilMember, Meeting
from grids.enums import Role
from grids.models import Posting

CHAIRS = (Role.GRID_HEAD, Role.LEAD)
RECORDERS = (Role.GRID_WORKER, Role.GRID_HEAD, Role.STAFF, Role.LEAD)


def who_chairs(councils: Sequence[Council], *, day: date, now: datetime) -> QuerySet[User]:
    """Members on that day, the head of the grid, the lead of the community."""
    return _people(councils, CHAIRS, day=day, now=now)


def who_records(councils: Sequence[Council], *, day: date, now: datetime) -> QuerySet[User]:
    """Members on that day, grid workers, staff of the community."""
    return _people(councils, RECORDERS, day=day, now=now)


def who_goes_on(
    meeting: Meeting, councils: Sequence[Council], *, day: date, now: datetime
) -> tuple[User | None, User | None]:
    """Chair and recorder, as far as they may be that on another day too."""
    chairs = who_chairs(councils, day=day, now=now).filter(pk__in=[meeting.chair_id])
    records = who_records(councils, day=day, now=now).filter(pk__in=[meeting.recorder_id])
    return chairs.first(), records.first()


def _people(
    councils: Sequence[Council], roles: tuple[Role, ...], *, day: date, now: datetime
) -> QuerySet[User]:
    members = CouncilMember.objects.on(day).filter(council__in=councils)
    bodies = {
        body.pk for council in councils for body in (council.body, council.body.parent) if body
    }
    below = Q(body__in=bodies)
    for council in councils:
        below |= Q(body__path__startswith=council.body.path)
    posted = Posting.objects.active_at(now).filter(below, role__in=roles)
    theirs = Q(pk__in=members.values("person")) | Q(pk__in=posted.values("user"))
    return User.objects.filter(theirs, is_active=True).order_by("pk")
