"""One locked booking, and the act that is done to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction

from accounts.models import User
from council.acts.bookings import BOOKING_ACTS
from council.acts.closed import refuse_closed
from council.casework.bookings import BookingCase, lock_venue
from council.enums.bookings import BookingAct
from council.models import Booking
from council.queries.bookings import facts_of_booking, facts_of_venue
from council.queries.viewer import viewer_of
from grids.actions.record_and_tell import RecordedAndTold
from grids.queries.standing import standing_of


@contextmanager
def opened_booking(
    booking: Booking, act: BookingAct, *, actor: User, now: datetime, seen: int | None = None
) -> Iterator[BookingCase]:
    """Lock the venue, then the booking; ask again whether `actor` may change it.

    Raises NotYours, Stale, or WrongState (cancelled, over, of a sitting). The block writes.
    """
    with transaction.atomic():
        venue = lock_venue(booking.venue_id)
        row = Booking.objects.select_for_update().get(pk=booking.pk)
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        facts = facts_of_booking(row, facts_of_venue(venue), now=now)
        refuse_closed(BOOKING_ACTS[act], viewer, facts, seen=seen, version=row.version)
        yield BookingCase(booking=row, venue=venue, actor=actor, changes=RecordedAndTold(now=now))
