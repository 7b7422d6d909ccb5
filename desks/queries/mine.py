"""The desks a person may sit down at."""

from __future__ import annotations

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from clocks.models import CalendarRevision
from clocks.queries.looks import engine_stands_still
from council.queries.candidacies import waits_for_staff
from council.queries.pledges import waits_for_body
from desks.rules import may_open
from grids.enums import BodyKind, Role
from grids.models import Body
from grids.standing import Standing
from issues.rules import HANDS
from notifications.queries.happenings import newest_at


def desks_of(standing: Standing) -> list[Body]:
    """Their own bodies, the street of a dispatcher, the streets a supervisor looks after."""
    own = {post.body_id for post in standing.posts if post.role in HANDS.get(post.body_kind, ())}
    wanted = Q(pk__in=own)
    for path in standing.paths(Role.DISPATCHER, Role.SUPERVISOR):
        wanted |= Q(kind=BodyKind.STREET, path__startswith=path)
    bodies = Body.objects.filter(wanted, active=True).select_related("parent")
    return [body for body in bodies if may_open(standing, body)]


def get_desk(code: str, kinds: frozenset[str], standing: Standing) -> Body:
    """The body of a desk. Raises Body.DoesNotExist where it is not theirs to open.

    It comes with what councils asked of it and it has not answered, with what its open desks know
    of, and with whether the engine stands still; a community's also with the candidates for its
    councils who wait for its staff, and with the newest revision of the calendar.
    """
    bodies: QuerySet[Body] = Body.objects.select_related("schedule", "parent")
    if BodyKind.COMMUNITY in kinds:
        below = waits_for_staff(now=timezone.now()).filter(
            council__body__path__startswith=OuterRef("path")
        )
        newest = CalendarRevision.objects.order_by("-pk")
        bodies = bodies.annotate(
            candidates=ArraySubquery(below.values("pk")),
            calendar=Subquery(newest.values("pk")[:1]),
            calendar_made=Subquery(newest.values("created_at")[:1]),
        )
    bodies = bodies.annotate(news=newest_at("desk", "pk"), standstill=engine_stands_still())
    owed = waits_for_body().filter(body=OuterRef("pk"))
    bodies = bodies.annotate(asked_pledges=ArraySubquery(owed.values("pk")))
    body = bodies.get(code=code, kind__in=kinds, active=True)
    if not may_open(standing, body):
        raise Body.DoesNotExist
    return body
