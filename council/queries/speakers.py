"""Who speaks for a body: its own people, and for a street's general office its dispatchers too."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from council.rules.pledges import SPEAKERS
from grids.enums import Role
from grids.models import Body, Posting
from grids.standing import Standing


def seats_of(body: Body) -> tuple[tuple[int, Role], ...]:
    """Bodies and roles; whoever has one of them speaks for `body`."""
    seats = [(body.pk, role) for role in SPEAKERS]
    if body.general_office and body.parent_id is not None:
        seats.append((body.parent_id, Role.DISPATCHER))
    return tuple(seats)


def speakers_of(body: Body, *, now: datetime) -> QuerySet[Posting]:
    seats = Q()
    for key, role in seats_of(body):
        seats |= Q(body=key, role=role)
    return Posting.objects.active_at(now).filter(seats)


def spoken_for(*, now: datetime) -> Q:
    """Of bodies: somebody speaks for them now."""
    posted = Posting.objects.active_at(now)
    own = posted.filter(role__in=SPEAKERS).values("body")
    dispatched = posted.filter(role=Role.DISPATCHER).values("body")
    return Q(pk__in=own) | Q(general_office=True, parent__in=dispatched)


def spoken_for_by(standing: Standing) -> Q:
    """Of bodies: this person speaks for them."""
    streets = standing.body_ids(Role.DISPATCHER)
    return Q(pk__in=standing.body_ids(*SPEAKERS)) | Q(general_office=True, parent__in=streets)
