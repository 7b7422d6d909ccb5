"""The booking of a sitting: it comes, moves and goes with its sitting."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from accounts.models import User
from accounts.words import cut
from acting.refusals import Refused
from council.casework.bookings import in_a_free_time, refuse_taken
from council.enums.bookings import BookingStatus
from council.inputs import SittingPlan
from council.models import Booking, Meeting
from council.queries.bookings import taken_words

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
    _fill(row, meeting)
    row.version += 0 if was is None else 1
    with in_a_free_time(meeting.venue, begins, ends, but=was):
        row.save()
    meeting.booking = row


def new_place(meeting: Meeting, *, by: User, now: datetime, is_taken: bool) -> list[Booking]:
    """The same of a sitting that is being made, for which it was asked already; to be stored with
    it, `in_its_place`.
    """
    venue = meeting.venue
    if venue is None:
        return []
    if is_taken:
        words = taken_words(venue, meeting.starts_at, meeting.ends_at)
        raise Refused(words, field="venue")
    meeting.booking = Booking(venue=venue, by=by, booked_at=now)
    _fill(meeting.booking, meeting)
    return [meeting.booking]


def in_its_place(plan: SittingPlan) -> AbstractContextManager[None]:
    """In which a sitting that is planned so is stored. Raises Refused where the venue is taken."""
    if plan.venue is None:
        return nullcontext()
    return in_a_free_time(plan.venue, plan.starts_at, plan.ends_at)


def _fill(row: Booking, meeting: Meeting) -> None:
    row.during = DateTimeTZRange(meeting.starts_at, meeting.ends_at)
    # Everybody reads the venue's calendar, so the private title of a draft must not stand there.
    row.purpose = cut(meeting.council.name, PURPOSE)


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
