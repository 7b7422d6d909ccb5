"""预约: take a venue for a time."""

from __future__ import annotations

from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.translation import gettext as _

from accounts.models import User
from council.casework.new_booking import new_booking
from council.casework.public_words import official_text
from council.enums.bookings import BookingAct
from council.models import Booking
from grids.models import Venue


def book(
    venue: Venue, *, actor: User, now: datetime, begins: datetime, ends: datetime, purpose: str
) -> Booking:
    """The same time for the same, from another page of theirs, is the booking that is there."""
    said = official_text(purpose, Booking, "purpose", missing=_("Say what it is booked for."))
    return new_booking(
        venue,
        BookingAct.BOOK,
        actor=actor,
        now=now,
        during=(begins, ends),
        purpose=said,
        theirs={"during": DateTimeTZRange(begins, ends), "purpose": said},
    )
