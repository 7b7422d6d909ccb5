"""Sittings for calendars that are subscribed to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from council.addresses import address_of_meeting
from council.calendar.feed import CANCELLED_STAYS, Event
from council.calendar.token import uid_in
from council.enums.meetings import MeetingState
from council.models import CouncilMember, FeedKey, Meeting
from council.queries.meetings import meetings
from grids.models import Body

# How long a sitting that was held stays in sight, and the most that one feed holds.
HELD_STAYS = timedelta(days=365)
MOST = 500


def feed(now: datetime, *, body: Body | None = None) -> list[Event]:
    """Of everybody, or those that sit for `body`: its own council, those above and below it."""
    rows = _shown(now)
    if body is not None:
        above = [int(key) for key in body.path.strip("/").split("/")]
        rows = rows.filter(_sits(Q(pk__in=above) | Q(path__startswith=body.path)))
    return _events(rows)


def feed_of(person: User, now: datetime) -> list[Event]:
    """Where the person is a member on the day, is on the roll, or runs the sitting."""
    terms = list(CouncilMember.objects.filter(person=person).values_list("council_id", "term"))
    councils = {council for council, _term in terms}
    mine = Q(roll__person=person) | Q(chair=person) | Q(recorder=person)
    hosted = Q(council__in=councils) | Q(joined__council__in=councils)
    rows = _shown(now).filter(mine | hosted).prefetch_related("joined").distinct()
    named = set(_shown(now).filter(mine).values_list("pk", flat=True))
    return _events(row for row in rows if row.pk in named or _sits_on(row, terms))


def person_of_feed(token: str) -> User | None:
    """Whose calendar the address is; None for one that is not, or no longer, good."""
    uid: UUID | None = uid_in(token)
    if uid is None:
        return None
    key = FeedKey.objects.filter(uid=uid, person__is_active=True).select_related("person").first()
    return None if key is None else key.person


def key_of(person: User) -> FeedKey | None:
    return FeedKey.objects.filter(person=person).first()


def body_of_code(code: str) -> Body | None:
    return Body.objects.filter(code=code, active=True).first()


def _shown(now: datetime) -> QuerySet[Meeting]:
    """Everything that was called once; what was never called is its makers' own."""
    public = ~Q(state=MeetingState.DRAFT) | Q(calls__gt=0)
    gone = Q(state__in=[MeetingState.DRAFT, MeetingState.CANCELLED])
    fresh = (
        ~gone | Q(cancelled_at__gt=now - CANCELLED_STAYS) | Q(called_at__gt=now - CANCELLED_STAYS)
    )
    rows = meetings().filter(public, fresh, rehearsal=False, starts_at__gt=now - HELD_STAYS)
    return rows.order_by("-starts_at", "-pk")


def _sits(bodies: Q) -> Q:
    found = Body.objects.filter(bodies)
    return Q(council__body__in=found) | Q(pk__in=_joined(found))


def _joined(bodies: QuerySet[Body]) -> QuerySet[Meeting, int]:
    return Meeting.objects.filter(joined__council__body__in=bodies).values_list("pk", flat=True)


def _sits_on(row: Meeting, terms: Iterable[tuple[int, object]]) -> bool:
    day = timezone.localdate(row.starts_at)
    councils = {row.council_id, *(one.council_id for one in row.joined.all())}
    return any(council in councils and day in term for council, term in terms)  # type: ignore[operator]


def _events(rows: Iterable[Meeting]) -> list[Event]:
    return [event_of(row) for row in list(rows)[:MOST]]


def event_of(row: Meeting) -> Event:
    """A sitting that was recalled is a draft again: it stays as cancelled until it is called anew.

    Each calling and each cancelling has a higher number than the one before.
    """
    cancelled = row.state in {MeetingState.DRAFT, MeetingState.CANCELLED}
    title = row.name if row.state != MeetingState.DRAFT else _("Sitting recalled")
    changed = [row.called_at, row.cancelled_at, row.opened_at, row.closed_at]
    return Event(
        uid=row.uid,
        sequence=2 * row.calls + cancelled,
        title=title,
        council=row.council.name,
        starts_at=row.opened_at or row.starts_at,
        ends_at=row.closed_at or row.ends_at,
        place=row.where,
        address=f"{settings.SITE_URL}{address_of_meeting(row)}",
        changed_at=max((one for one in changed if one is not None), default=row.starts_at),
        cancelled=cancelled,
    )
