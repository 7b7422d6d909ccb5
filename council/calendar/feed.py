"""A calendar of sittings as others subscribe to it (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from icalendar import Calendar
from icalendar import Event as Entry

from clocks.hours import SHANGHAI

PRODUCT: Final = "-//Pavilion//Sittings//EN"
# How often programs are asked to look again; what is cancelled stays long enough to be noticed.
REFRESH: Final = timedelta(hours=1)
CANCELLED_STAYS: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A sitting in a calendar; `changed_at` is when it was last called, moved or cancelled."""

    uid: UUID
    sequence: int
    title: str
    council: str
    starts_at: datetime
    ends_at: datetime
    place: str
    address: str
    changed_at: datetime
    cancelled: bool = False

    def is_shown(self, now: datetime) -> bool:
        return not self.cancelled or self.changed_at > now - CANCELLED_STAYS


def calendar_of(events: Iterable[Event], *, name: str, now: datetime) -> bytes:
    """The same events give the same bytes for as long as none of them goes out of sight."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", str(SHANGHAI))
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    for event in events:
        if event.is_shown(now):
            calendar.add_component(_entry(event))
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _entry(event: Event) -> Entry:
    entry = Entry()
    entry.add("uid", str(event.uid))
    entry.add("sequence", event.sequence)
    # When it last changed, not when the feed was fetched: otherwise no two answers are alike.
    entry.add("dtstamp", event.changed_at.astimezone(UTC))
    entry.add("last-modified", event.changed_at.astimezone(UTC))
    entry.add("dtstart", event.starts_at.astimezone(SHANGHAI))
    entry.add("dtend", event.ends_at.astimezone(SHANGHAI))
    entry.add("summary", _plain(event.title))
    entry.add("location", _plain(event.place))
    entry.add("description", _plain(event.council))
    entry.add("url", event.address)
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    entry.add("transp", "TRANSPARENT" if event.cancelled else "OPAQUE")
    return entry


def _plain(text: str) -> str:
    """Without signs that no line of a calendar may hold, line breaks and tabs apart."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\n\t").strip()
