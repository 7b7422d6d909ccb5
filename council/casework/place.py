"""The booking of a sitting: it comes, moves and goes with its sitting."""

from __future__ import annotations

from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from accounts.models import User
from accounts.words import cut
from council.casework.bookings import in_a_free_time, refuse_taken
from council.enums.bookings import BookingStatus
from council.models import Booking, Meeting

PURPOSE = 60
# The fields of a booking that `leave_place` changes.
LEFT = ("status", "during", "version")


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
    refuse_taken(meeting.venue, begins, ends, but=was, field="venue")
    row = was or Booking(venue=meeting.venue, by=by, booked_at=now)
    row.during = DateTimeTZRange(begins, ends)
    # Everybody reads the venue's calendar, so the private title of a draft must not stand there.
    row.purpose = cut(meeting.council.name, PURPOSE)
    row.version += 0 if was is None else 1
    with in_a_free_time(meeting.venue, begins, ends, but=was):
        row.save()
    meeting.booking = row


def leave_place(meeting: Meeting, *, at: datetime) -> list[Booking]:
    """Free the rest of the booked time of a sitting that ended early, from the current minute on.

    The venue needs no lock, since time only becomes free, and nothing but the sitting, which is
    locked, changes its booking. The caller stores the meeting's row, and of each booking that is
    returned the fields `LEFT`.
    """
    at, row = at.replace(second=0, microsecond=0), meeting.booking
    if row is None or meeting.ends_at <= at:
        return []
    if at <= meeting.starts_at:
        row.status, meeting.booking = BookingStatus.CANCELLED, None
    else:
        row.during = DateTimeTZRange(row.during.lower, at)
    row.version += 1
    return [row]


def give_back_place(meeting: Meeting) -> None:
    """Cancel the booking of a sitting that is cancelled or moves. The caller stores its row."""
    row, meeting.booking = meeting.booking, None
    if row is not None:
        row.status, row.version = BookingStatus.CANCELLED, row.version + 1
        row.save(update_fields=["status", "version"])
