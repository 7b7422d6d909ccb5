"""A week of a venue, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from clocks.dates import day_words, run_words, time_words
from clocks.hours import SHANGHAI
from council.acts.bookings import BOOKING_ACTS
from council.addresses import address_of_meeting
from council.enums.bookings import BookingAct
from council.enums.meetings import MeetingState
from council.models import Booking
from council.order.bookings import AHEAD
from council.presentation.buttons import buttons_of
from council.queries.bookings import (
    VenueSubject,
    bookings_between,
    facts_of_booking,
)
from council.rules.bookings import books

WEEK = timedelta(days=7)
# Calendars are looked at for some time back, and as far ahead as they can be booked.
BACK = timedelta(days=366)


def calendar_context(subject: VenueSubject, asked: date | None) -> dict[str, Any]:
    today = timezone.localdate(subject.now)
    monday = _monday(asked, today)
    begins, ends = _midnight(monday), _midnight(monday + WEEK)
    taken = bookings_between(subject.venue, begins, ends)
    address, may_book = subject.address, books(subject.viewer, subject.facts)
    return {
        "venue": subject.venue,
        "week": run_words(monday, monday + WEEK - timedelta(days=1), today),
        "days": [
            _day(subject, taken, monday + timedelta(days=n), may_book=may_book) for n in range(7)
        ],
        "before": f"{address}?week={(monday - WEEK).isoformat()}",
        "after": f"{address}?week={(monday + WEEK).isoformat()}",
        "this_week": "" if monday <= today < monday + WEEK else address,
        "may_book": may_book,
        "may_talk_here": subject.offers(BookingAct.TALK_HERE),
        "book_url": reverse("council:book", args=[subject.venue.code]),
        "signed_in": subject.viewer.user_id is not None,
    }


def _monday(asked: date | None, today: date) -> date:
    day = asked if asked and today - BACK <= asked <= today + AHEAD else today
    return day - timedelta(days=day.weekday())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)


def _day(
    subject: VenueSubject, taken: Sequence[Booking], day: date, *, may_book: bool
) -> dict[str, Any]:
    today = timezone.localdate(subject.now)
    book = f"{reverse('council:book', args=[subject.venue.code])}?day={day.isoformat()}"
    return {
        "id": f"day-{day.isoformat()}",
        "iso": day.isoformat(),
        "label": day_words(day, today),
        "is_today": day == today,
        "is_past": day < today,
        "book": book if may_book and day >= today else "",
        "bookings": [
            _line(subject, row, may_book=may_book)
            for row in taken
            if timezone.localdate(row.begins) == day
        ],
    }


def _sitting(row: Booking) -> str:
    """The address of the sitting that it is booked for, once that has been called."""
    meeting = getattr(row, "meeting", None)
    if meeting is None or meeting.state == MeetingState.DRAFT:
        return ""
    return address_of_meeting(meeting)


def _line(subject: VenueSubject, row: Booking, *, may_book: bool) -> dict[str, Any]:
    """Who booked it is read by those who may book there too."""
    facts = facts_of_booking(row, subject.facts, now=subject.now)

    def offers(act: BookingAct) -> bool:
        return BOOKING_ACTS[act].offered(subject.viewer, facts)

    def url_of(act: BookingAct) -> str:
        return reverse("council:booking_act", args=[subject.venue.code, row.uid, act])

    return {
        "begins": time_words(row.begins),
        "ends": time_words(row.ends),
        "purpose": row.purpose,
        "sitting": _sitting(row),
        "who": str(row.by) if may_book else "",
        "is_over": row.ends <= subject.now,
        "buttons": buttons_of(BOOKING_ACTS, offers, url_of),
    }
