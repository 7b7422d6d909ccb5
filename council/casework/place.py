"""A venue for a sitting: the one place where it is taken and given back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from acting.refusals import Refused
from clocks.dates import moment_words
from council.enums.meetings import MEETING_PLANNED, MEETING_RUNNING
from council.models import Meeting
from council.order.free import clash, free_from
from grids.models import Venue

# A draft takes its venue too: whoever prepares it counts on it.
TAKES_ITS_VENUE = MEETING_PLANNED | MEETING_RUNNING


def lock_venues(keys: Iterable[int | None]) -> None:
    """Before the sitting, in ascending order: who waits for the same room waits here."""
    wanted = sorted({key for key in keys if key is not None})
    if wanted:
        list(Venue.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk"))


def take_place(meeting: Meeting) -> None:
    """Its venue for its time; locked already. Raises Refused where another sitting has it."""
    if meeting.venue_id is None or meeting.rehearsal:
        return
    others = Meeting.objects.filter(
        venue=meeting.venue_id,
        state__in=TAKES_ITS_VENUE,
        rehearsal=False,
        ends_at__gt=meeting.starts_at,
    ).exclude(pk=meeting.pk)
    busy = list(others.values_list("starts_at", "ends_at"))
    taken = clash(busy, meeting.starts_at, meeting.ends_at)
    if taken is not None:
        free = free_from(busy, meeting.starts_at, meeting.ends_at - meeting.starts_at)
        raise Refused(_taken(meeting, taken[1], free), field="venue")


def give_back_place(meeting: Meeting) -> None:
    """A sitting that is cancelled leaves its venue; its state says so."""


def _taken(meeting: Meeting, until: datetime, free: datetime) -> str:
    sentence = _("{venue} is taken until {until}; there is room from {free} on.")
    return sentence.format(venue=meeting.venue, until=moment_words(until), free=moment_words(free))
