"""One locked booking, and the act that is done to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.bookings import BookingCase
from council.facts.bookings import BookingFacts
from council.models import Booking, Meeting
from council.queries.bookings import facts_of_booking, facts_of_venue, why_closed
from council.queries.viewer import viewer_of
from council.refusals import NotYours, Stale
from council.rules.bookings import changes_booking
from grids.actions.record_and_tell import RecordedAndTold
from grids.models import Venue
from grids.queries.standing import standing_of


@contextmanager
def opened_booking(
    booking: Booking, *, actor: User, now: datetime, seen: int | None = None
) -> Iterator[BookingCase]:
    """Lock the venue, then the booking; ask again whether `actor` may change it.

    Raises NotYours, Stale, or WrongState (cancelled, over, of a sitting). The block writes.
    """
    with transaction.atomic():
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        venues = Venue.objects.select_for_update(of=("self",), no_key=True)
        venue = venues.select_related("grid__parent").get(pk=booking.venue_id)
        row = Booking.objects.select_for_update().get(pk=booking.pk)
        facts = facts_of_booking(row, facts_of_venue(venue), now=now)
        if not changes_booking(viewer, facts):
            raise NotYours
        _refuse_late(row, facts, seen)
        yield BookingCase(booking=row, venue=venue, actor=actor, changes=RecordedAndTold(now=now))


def _refuse_late(row: Booking, facts: BookingFacts, seen: int | None) -> None:
    closed = why_closed(facts)
    if closed is not None:
        raise closed
    if Meeting.objects.filter(booking=row).exists():
        raise Refused(_("A sitting holds it: move or cancel the sitting, and it follows."))
    if seen is not None and seen != row.version:
        raise Stale(seen)
