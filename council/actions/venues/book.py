"""预约: take a venue for a time."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from council.casework.bookings import BookingCase, book_for
from council.models import Booking
from council.queries.bookings import facts_of_venue
from council.queries.viewer import viewer_of
from council.refusals import NotYours
from council.rules.bookings import books
from grids.actions.record_and_tell import RecordedAndTold
from grids.models import Venue
from grids.queries.standing import standing_of


def book(
    venue: Venue, *, actor: User, now: datetime, begins: datetime, ends: datetime, purpose: str
) -> Booking:
    """`venue` with its grid. The one who comes first has it; others read when it is free."""
    viewer = viewer_of(standing_of(actor, now=now), now=now)
    if not books(viewer, facts_of_venue(venue)):
        raise NotYours
    with transaction.atomic():
        row = book_for(venue, begins=begins, ends=ends, purpose=purpose, by=actor, now=now)
        case = BookingCase(booking=row, venue=venue, actor=actor, changes=RecordedAndTold(now=now))
        case.write("booked")
    return row
