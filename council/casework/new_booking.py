"""A new booking: the venue is locked, and who asks is asked again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from accounts.models import User
from acting.queries.sent_already import sent_already
from council.acts.bookings import why_not_booked
from council.casework.bookings import (
    BookingCase,
    in_a_free_time,
    lock_venue,
    refuse_closed_venue,
    refuse_impossible,
    refuse_taken,
)
from council.enums.bookings import BookingAct
from council.models import Booking
from council.order.bookings import Time
from council.queries.bookings import booked_by, facts_of_venue
from council.queries.viewer import viewer_of
from grids.actions.record_and_tell import RecordedAndTold
from grids.models import Venue
from grids.queries.standing import standing_of


def new_booking(
    venue: Venue,
    act: BookingAct,
    *,
    actor: User,
    now: datetime,
    during: Time,
    purpose: str,
    theirs: Mapping[str, object],
) -> Booking:
    """Book a venue. Whoever comes first has it; the refusal tells others when it is free.

    If the actor has a booking there that fits `theirs`, this was sent before: it is returned.

    Raises NotYours, WrongState, or Refused for `venue`, `day`, `begins` and `ends`.
    """
    begins, ends = during
    with transaction.atomic():
        venue = lock_venue(venue.pk)
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        if refused := why_not_booked(act, viewer, facts_of_venue(venue)):
            raise refused
        refuse_impossible(begins, ends, now=now)
        if (same := sent_already(booked_by(venue, actor), theirs)) is not None:
            return same
        refuse_closed_venue(venue)
        with in_a_free_time(venue, begins, ends):
            refuse_taken(venue, begins, ends)
            row = Booking.objects.create(
                venue=venue,
                during=DateTimeTZRange(begins, ends),
                purpose=purpose,
                by=actor,
                booked_at=now,
            )
        case = BookingCase(booking=row, venue=venue, actor=actor, changes=RecordedAndTold(now=now))
        case.write("booked")
    return row
