"""A venue for a sitting: the one place where it is booked and given back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from accounts.models import User
from accounts.words import cut
from acting.refusals import Refused
from council.casework.bookings import in_a_free_time
from council.enums.bookings import BookingStatus
from council.models import Booking, Meeting
from council.queries.bookings import taken_words
from grids.models import Venue

PURPOSE = 60


def lock_venues(keys: Iterable[int | None]) -> None:
    """Before the sitting, in ascending order: who waits for the same room waits here."""
    wanted = sorted({key for key in keys if key is not None})
    if wanted:
        venues = Venue.objects.select_for_update(of=("self",), no_key=True)
        list(venues.filter(pk__in=wanted).order_by("pk"))


def take_place(meeting: Meeting, *, by: User, now: datetime) -> None:
    """Book its venue for its time; a draft too, since whoever prepares it counts on it.

    The venue is locked already, and the caller stores the row. Raises Refused where it is taken.
    """
    was = meeting.booking
    if meeting.rehearsal or meeting.venue is None:
        give_back_place(meeting)
        return
    if was is not None and was.venue_id != meeting.venue_id:
        give_back_place(meeting)
        was = None
    begins, ends = meeting.starts_at, meeting.ends_at
    _refuse_taken(meeting.venue, begins, ends, but=was)
    row = was or Booking(venue=meeting.venue, by=by, booked_at=now)
    row.during = DateTimeTZRange(begins, ends)
    # On the calendar of the venue everybody reads it; a draft's own title is its makers' own.
    row.purpose = cut(meeting.council.name, PURPOSE)
    row.version += 0 if was is None else 1
    with in_a_free_time(meeting.venue, begins, ends, but=was):
        row.save()
    meeting.booking = row


def give_back_place(meeting: Meeting) -> None:
    """One that is cancelled, or goes elsewhere, leaves its venue. The caller stores the row."""
    row, meeting.booking = meeting.booking, None
    if row is not None:
        row.status, row.version = BookingStatus.CANCELLED, row.version + 1
        row.save(update_fields=["status", "version"])


def _refuse_taken(venue: Venue, begins: datetime, ends: datetime, *, but: Booking | None) -> None:
    taken = Booking.objects.filter(venue=venue).taken(begins, ends)
    if any(row.pk != getattr(but, "pk", None) for row in taken):
        raise Refused(taken_words(venue, begins, ends, but=but), field="venue")
