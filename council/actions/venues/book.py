"""预约: take a venue for a time."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.new_booking import new_booking
from council.enums.bookings import BookingAct
from council.models import Booking
from grids.models import Venue


def book(
    venue: Venue, *, actor: User, now: datetime, begins: datetime, ends: datetime, purpose: str
) -> Booking:
    during = (begins, ends)
    return new_booking(venue, BookingAct.BOOK, actor=actor, now=now, during=during, purpose=purpose)
