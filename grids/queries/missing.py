"""What a place still lacks before it can work, for whoever administers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.carriers import texts_are_carried
from clocks.queries.calendar import current_calendar
from grids.enums import BodyKind, Role, SetupLack
from grids.models import Body, Building, Category, Competence, Posting, Venue
from grids.rules import may_administer_shared
from grids.standing import Standing

# More names than these help nobody to begin.
NAMED = 5
# Names by which a machine knows itself, and no phone knows it.
ONLY_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
# Who must be there for a body to take matters in.
NEEDED: tuple[tuple[SetupLack, Q, tuple[Role, ...]], ...] = (
    (SetupLack.DISPATCHER, Q(kind=BodyKind.STREET), (Role.DISPATCHER,)),
    (
        SetupLack.CLERK,
        Q(kind__in=[BodyKind.DEPARTMENT, BodyKind.PARTNER]),
        (Role.CLERK, Role.SIGNER),
    ),
    (SetupLack.STAFF, Q(kind=BodyKind.COMMUNITY), (Role.STAFF, Role.LEAD)),
    (SetupLack.GRID_WORKER, Q(kind=BodyKind.GRID), (Role.GRID_WORKER, Role.GRID_HEAD)),
)


@dataclass(frozen=True, slots=True)
class Missing:
    """`bodies` are the first few where it lacks, in the order of the tree.

    `elsewhere` says that somebody else enters it.
    """

    lack: SetupLack
    bodies: Sequence[Body] = ()
    more: bool = False
    year: int = 0
    elsewhere: bool = False


def missing_for(standing: Standing, *, now: datetime) -> list[Missing]:
    """Within the subtrees that the person administers; a statement for each kind of lack."""
    within = Q(pk__in=[])
    for path in standing.paths(Role.ADMINISTRATOR):
        within |= Q(path__startswith=path)
    bodies = Body.objects.filter(within, active=True).order_by("path")
    shared = may_administer_shared(standing)
    return [*filter(None, _of_bodies(bodies, now, shared=shared)), *_of_all(now)]


def _of_bodies(bodies: QuerySet[Body], now: datetime, *, shared: bool) -> Iterator[Missing | None]:
    below = Body.objects.filter(parent=OuterRef("pk"), active=True)
    streets = bodies.filter(kind=BodyKind.STREET)
    communities = bodies.filter(kind=BodyKind.COMMUNITY)
    grids = bodies.filter(kind=BodyKind.GRID)
    if not bodies.filter(kind=BodyKind.COMMUNITY).exists():
        yield Missing(SetupLack.COMMUNITY)
    yield _where(
        SetupLack.GENERAL_OFFICE, streets.exclude(Exists(below.filter(general_office=True)))
    )
    yield _where(SetupLack.GRID, communities.exclude(Exists(below.filter(kind=BodyKind.GRID))))
    for lack, kinds, roles in NEEDED:
        there = Posting.objects.active_at(now).filter(body=OuterRef("pk"), role__in=roles)
        yield _where(lack, bodies.filter(kinds).exclude(Exists(there)))
    answering = Competence.objects.filter(department__parent=OuterRef("pk"))
    if Category.objects.filter(active=True).exists():
        yield _where(SetupLack.COMPETENCE, streets.exclude(Exists(answering)))
    else:  # nobody can answer for a kind before there is one
        yield Missing(SetupLack.CATEGORY, elsewhere=not shared)
    homes = Building.objects.filter(grid=OuterRef("pk"))
    yield _where(SetupLack.BUILDING, grids.exclude(Exists(homes)))
    venues = Venue.objects.filter(grid=OuterRef("pk"), active=True)
    yield _where(SetupLack.VENUE, grids.exclude(Exists(venues)))


def _where(lack: SetupLack, bodies: QuerySet[Body]) -> Missing | None:
    found = list(bodies[: NAMED + 1])
    return Missing(lack, found[:NAMED], more=len(found) > NAMED) if found else None


def _of_all(now: datetime) -> Iterator[Missing]:
    """What the whole installation lacks."""
    if not settings.DEMO and urlsplit(settings.SITE_URL).hostname in ONLY_HERE:
        yield Missing(SetupLack.ADDRESS)
    if not texts_are_carried():
        yield Missing(SetupLack.CARRIER)
    if (year := timezone.localdate(now).year) not in current_calendar().years:
        yield Missing(SetupLack.CALENDAR, year=year)
