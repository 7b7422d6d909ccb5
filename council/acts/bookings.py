"""What can be done with a booking, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from council.enums.bookings import BookingAct


@dataclass(frozen=True, slots=True)
class BookingActRow:
    label: str | Promise
    icon: str


# To whoever `rules.changes_booking` names, until the time is over.
BOOKING_ACTS: Mapping[BookingAct, BookingActRow] = {
    BookingAct.MOVE: BookingActRow(_("Change the time"), "calendar-clock"),
    BookingAct.CANCEL: BookingActRow(_("Cancel it"), "calendar-x"),
}
