"""就在这儿谈: take a venue from this moment on, for a talk that a council there keeps."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from council.casework.new_booking import new_booking
from council.enums.bookings import BookingAct
from council.models import Booking
from council.order.bookings import from_now_on
from council.queries.bookings import has_now
from grids.models import Venue


def talk_here(venue: Venue, *, actor: User, now: datetime, minutes: int) -> Booking:
    """Whoever has the place already is answered with what they have, from whatever page."""
    with translation.override(settings.LANGUAGE_CODE):
        purpose = _("Talk on the spot")
    during = from_now_on(now, minutes=minutes)
    return new_booking(
        venue,
        BookingAct.TALK_HERE,
        actor=actor,
        now=now,
        during=during,
        purpose=purpose,
        theirs=has_now(now),
    )
