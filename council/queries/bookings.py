"""The calendar of a venue: who may book, what is taken, when it is free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import islice
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from acting.queries.only_row import only_row
from acting.refusals import NotOpen
from clocks.dates import time_words
from council.acts.bookings import BOOKING_ACTS, why_not_booked
from council.addresses import address_of_calendar, address_of_talk_here
from council.enums.bookings import BookingAct, BookingStatus
from council.facts.bookings import BookingFacts, VenueFacts
from council.facts.viewer import Viewer
from council.models import Booking, Council
from council.order.bookings import day_ends, next_free
from council.queries.councils import councils, facts_of_council
from council.queries.subject import TableSubject
from council.queries.viewer import viewer_of
from council.rules.bookings import talks_here
from grids.models import Venue
from grids.queries.where import venue_by_code
from grids.standing import Standing

# Where else to go is told of so many at most.
MOST_FREE = 5


def facts_of_venue(venue: Venue) -> VenueFacts:
    """One statement."""
    there = Q(body=venue.grid_id) | Q(body=venue.grid.parent_id)
    return VenueFacts(
        path=venue.grid.path,
        councils=tuple(facts_of_council(one) for one in councils().filter(there)),
    )


def facts_of_booking(booking: Booking, venue: VenueFacts, *, now: datetime) -> BookingFacts:
    return BookingFacts(
        venue=venue,
        booked_by=booking.by_id,
        is_cancelled=booking.status == BookingStatus.CANCELLED,
        of_sitting=hasattr(booking, "meeting"),
        ends_at=booking.ends,
        now=now,
    )


def venues_of(council: Council) -> QuerySet[Venue]:
    """Where it may sit: the venues of its community that are open."""
    return _open_below(facts_of_council(council).community_path)


def _open_below(community: str) -> QuerySet[Venue]:
    rows = Venue.objects.open().filter(grid__path__startswith=community)
    return rows.select_related("grid")


def stream_of(venue: Venue) -> str:
    """Of the record of what is booked there."""
    return f"venue:{venue.code}"


def bookings_between(venue: Venue, begins: datetime, ends: datetime) -> Sequence[Booking]:
    """What is taken, in order: one statement."""
    rows = Booking.objects.filter(venue=venue).taken(begins, ends)
    return list(rows.select_related("by", "meeting").order_by("during"))


def taken_words(
    venue: Venue, begins: datetime, ends: datetime, *, but: Booking | None = None
) -> str:
    """Until when it is taken, and from when on it is free for as long."""
    that_day = bookings_between(venue, begins, day_ends(begins))
    taken = [(row.begins, row.ends) for row in that_day if but is None or row.pk != but.pk]
    until = next((last for first, last in taken if first < ends and last > begins), None)
    if until is None:
        return _("Somebody else books it at this very moment. Please press once more.")
    free = next_free(taken, begins=begins, ends=ends)
    if free is None:
        words = _("Taken until {until}; that day it is not free for so long any more.")
        return words.format(until=time_words(until))
    words = _("Taken until {until}, free for so long from {free}.")
    return words.format(until=time_words(until), free=time_words(free))


def free_to_talk(venue: Venue, viewer: Viewer, begins: datetime, ends: datetime) -> Sequence[Venue]:
    """Others of the same community that nobody has then and where the viewer may begin a talk; its
    own grid's first.
    """
    taken = Booking.objects.taken(begins, ends).values("venue")
    free = _open_below(venue.grid.community.path).exclude(pk=venue.pk).exclude(pk__in=taken)
    nearest = sorted(free, key=lambda one: (one.grid_id != venue.grid_id, one.name))
    theirs = (one for one in nearest if talks_here(viewer, facts_of_venue(one)))
    return list(islice(theirs, MOST_FREE))


def has_now(now: datetime) -> dict[str, object]:
    """What holds of a booking by which somebody has a venue at this moment, not for a sitting."""
    return {"during__contains": now, "meeting": None}


def booked_by(venue: Venue, person: User) -> QuerySet[Booking]:
    return Booking.objects.filter(venue=venue, by=person, status=BookingStatus.BOOKED)


def is_there(venue: Venue, person: User, *, now: datetime) -> bool:
    return booked_by(venue, person).filter(**has_now(now)).exists()


@dataclass(frozen=True, kw_only=True)
class VenueSubject:
    """A venue before somebody who wants to book it."""

    venue: Venue
    viewer: Viewer
    now: datetime
    version: int = 0

    @cached_property
    def facts(self) -> VenueFacts:
        return facts_of_venue(self.venue)

    @property
    def address(self) -> str:
        return address_of_calendar(self.venue)

    @property
    def title(self) -> str:
        return self.venue.display_name

    @property
    def stream(self) -> str:
        return stream_of(self.venue)

    def closed(self, act: str) -> NotOpen | None:
        return why_not_booked(act, self.viewer, self.facts)

    def offers(self, act: str) -> bool:
        return self.closed(act) is None


@dataclass(frozen=True, kw_only=True)
class BookingSubject(TableSubject):
    acts = BOOKING_ACTS

    booking: Booking
    venue: Venue
    viewer: Viewer
    now: datetime

    @cached_property
    def facts(self) -> BookingFacts:
        return facts_of_booking(self.booking, facts_of_venue(self.venue), now=self.now)

    @property
    def address(self) -> str:
        return address_of_calendar(self.venue, self.booking.begins)

    @property
    def title(self) -> str:
        return self.venue.display_name

    @property
    def version(self) -> int:
        return self.booking.version

    @property
    def stream(self) -> str:
        return stream_of(self.venue)


def venue_subject(code: str, viewer: Viewer, *, now: datetime) -> VenueSubject | None:
    venue = venue_by_code(code)
    return None if venue is None else VenueSubject(venue=venue, viewer=viewer, now=now)


def talk_at(venue: Venue, standing: Standing, now: datetime) -> str:
    """The address where a talk begins there; "" where it would be refused."""
    subject = VenueSubject(venue=venue, viewer=viewer_of(standing, now=now), now=now)
    return address_of_talk_here(venue) if subject.offers(BookingAct.TALK_HERE) else ""


def _booking(venue: Venue, uid: UUID) -> Booking | None:
    return only_row(Booking.objects.filter(venue=venue, uid=uid).select_related("meeting"))


def booking_subject(
    code: str, uid: UUID, viewer: Viewer, *, now: datetime
) -> BookingSubject | None:
    venue = venue_by_code(code)
    booking = _booking(venue, uid) if venue else None
    if venue is None or booking is None:
        return None
    return BookingSubject(booking=booking, venue=venue, viewer=viewer, now=now)
