"""取消预约: the venue is free again."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.booking import opened_booking
from council.enums.bookings import BookingAct, BookingStatus
from council.models import Booking


def cancel_booking(
    booking: Booking, *, actor: User, now: datetime, seen: int | None = None
) -> Booking:
    with opened_booking(booking, BookingAct.CANCEL, actor=actor, now=now, seen=seen) as case:
        row = case.booking
        row.status, row.version = BookingStatus.CANCELLED, row.version + 1
        row.save(update_fields=["status", "version"])
        case.write("booking_cancelled")
        return row
