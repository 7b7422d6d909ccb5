"""改期: another time for the same booking."""

from __future__ import annotations

from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from accounts.models import User
from council.casework.booking import opened_booking
from council.casework.bookings import (
    in_a_free_time,
    refuse_closed_venue,
    refuse_impossible,
    refuse_taken,
)
from council.enums.bookings import BookingAct
from council.models import Booking


def move_booking(
    booking: Booking,
    *,
    actor: User,
    now: datetime,
    begins: datetime,
    ends: datetime,
    seen: int | None = None,
) -> Booking:
    """The old time is free at once. Moved to where it is already, nothing happens."""
    with opened_booking(booking, BookingAct.MOVE, actor=actor, now=now, seen=seen) as case:
        row, venue = case.booking, case.venue
        if (row.begins, row.ends) == (begins, ends):
            return row
        # What has begun already may still end at another time.
        refuse_impossible(begins, ends, now=begins if begins == row.begins else now)
        refuse_closed_venue(venue)
        with in_a_free_time(venue, begins, ends, but=row):
            refuse_taken(venue, begins, ends, but=row)
            row.during, row.version = DateTimeTZRange(begins, ends), row.version + 1
            row.save(update_fields=["during", "version"])
        case.write("booking_moved")
        return row
