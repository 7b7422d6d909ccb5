"""Sittings as the calendar lists them: of a month, of a place, as far as the reader sees them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from django.db.models import (
    Count,
    DateTimeField,
    Exists,
    Expression,
    OuterRef,
    Q,
    QuerySet,
    Value,
)

from accounts.queries.prepared import Given, PreparedQuery, given_key
from clocks.hours import SHANGHAI
from council.enums.agenda import ItemState
from council.enums.meetings import MEETING_PUBLIC, MEETING_RUNNING, MeetingState
from council.facts.viewer import Viewer
from council.models import Council, Meeting, MeetingCouncil
from council.queries.councils import councils
from council.queries.meetings import meetings
from grids.enums import BodyKind, Role
from grids.models import Body

Key: TypeAlias = int | Given

CONVENERS = (Role.GRID_HEAD, Role.LEAD, Role.STAFF, Role.DISPATCHER)
# More in one month is not read as a list.
MOST = 200
# On the first page.
MOST_COMING = 2


@dataclass(frozen=True, slots=True)
class Month:
    first: date

    @property
    def after(self) -> date:
        return (self.first + timedelta(days=32)).replace(day=1)

    @property
    def before(self) -> date:
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def times(self) -> tuple[datetime, datetime]:
        begins = datetime.combine(self.first, time.min, SHANGHAI)
        return begins, datetime.combine(self.after, time.min, SHANGHAI)


def seen_by(viewer: Viewer) -> Q:
    """`rules.sees_meeting` as a condition: rehearsals are shown nowhere."""
    known = Q(calls__gt=0) | Q(opened_at__isnull=False)
    public = Q(state__in=MEETING_PUBLIC - {MeetingState.CANCELLED})
    own = Q(pk__in=())
    if viewer.user_id is not None:
        own |= Q(chair=viewer.user_id) | Q(recorder=viewer.user_id)
    for path in viewer.standing.paths(*CONVENERS):
        own |= Q(council__body__path__startswith=path)
    return Q(rehearsal=False) & (known | public | own)


def sits(chosen: Iterable[Council]) -> Q:
    """One of these councils sits in it, as host or beside."""
    joined = MeetingCouncil.objects.filter(meeting=OuterRef("pk"), council__in=chosen)
    return Q(council__in=chosen) | Q(Exists(joined))


def of_month(month: Month, chosen: Iterable[Council], viewer: Viewer) -> list[Meeting]:
    """One statement; with the number of items."""
    rows = listed().filter(seen_by(viewer), sits(chosen))
    rows = rows.filter(starts_at__range=month.times).exclude(starts_at=month.times[1])
    return list(rows.order_by("starts_at", "pk")[:MOST])


def sitting_now(chosen: Iterable[Council]) -> list[Meeting]:
    rows = listed().filter(sits(chosen), state__in=MEETING_RUNNING, rehearsal=False)
    return list(rows.order_by("opened_at", "pk"))


def next_of_place(body: Body, *, now: datetime) -> list[Meeting]:
    """Of a grid with its community, or of a whole community. One statement."""
    asked = _next_of_grid if body.kind == BodyKind.GRID else _next_of_community
    return asked(body=body.pk, above=body.parent_id, now=now)


def next_of(chosen: Iterable[Council], *, now: datetime, most: int = 3) -> list[Meeting]:
    """Those that run, and those that are called and still to come."""
    return list(_coming(chosen, Value(now))[:most])


def _coming(chosen: Iterable[Council], now: Expression) -> QuerySet[Meeting]:
    rows = listed().filter(sits(chosen), rehearsal=False)
    called = Q(state=MeetingState.CALLED, ends_at__gt=now)
    rows = rows.filter(called | Q(state__in=MEETING_RUNNING))
    return rows.order_by("starts_at", "pk")


_NOW = Given("now", DateTimeField())


@PreparedQuery
def _next_of_grid() -> QuerySet[Meeting]:
    chosen = _of_grid(given_key("body"), given_key("above"))
    return _coming(chosen, _NOW)[:MOST_COMING]


@PreparedQuery
def _next_of_community() -> QuerySet[Meeting]:
    return _coming(_of_community(given_key("body")), _NOW)[:MOST_COMING]


def councils_in(body: Body) -> QuerySet[Council]:
    """Of a grid: its own and its community's; of a community: its own and its grids'."""
    if body.kind == BodyKind.GRID:
        return _of_grid(body.pk, body.parent_id)
    return _of_community(body.pk)


def _of_grid(grid: Key, community: Key | None) -> QuerySet[Council]:
    return councils().filter(Q(body=grid) | Q(body=community))


def _of_community(community: Key) -> QuerySet[Council]:
    grids = Q(body__parent=community, body__kind=BodyKind.GRID)
    return councils().filter(Q(body=community) | grids)


def listed() -> QuerySet[Meeting]:
    still = ~Q(items__state=ItemState.DROPPED)
    return meetings().annotate(item_count=Count("items", filter=still & Q(items__isnull=False)))
