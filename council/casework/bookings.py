"""Venues and what is booked there: locked in order, and a conflict is told in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from clocks.dates import time_words
from council.addresses import address_of_calendar
from council.models import Booking
from council.order.bookings import day_ends, next_free, problem_of
from council.queries.bookings import bookings_between, stream_of
from grids.actions.record_and_tell import RecordedAndTold
from grids.enums import Role
from grids.models import Venue
from grids.telling import Telling
from ledger.new_entry import NewEntry

# What PostgreSQL says of two bookings that share a moment, and of two that wait for each other.
CLASH: Final = frozenset({"23P01", "40P01"})


def refuse_impossible(begins: datetime, ends: datetime, *, now: datetime) -> None:
    problem = problem_of(begins, ends, now=now)
    if problem is not None:
        field, sentence = problem
        raise Refused(sentence, field=field)


def lock_venue(key: int) -> Venue:
    """Nobody else books it until this act is over."""
    (venue,) = lock_venues([key])
    return venue


def lock_venues(keys: Iterable[int | None]) -> list[Venue]:
    """Before booking and sitting, in ascending order: who waits for the same room waits here."""
    wanted = {key for key in keys if key is not None}
    if not wanted:
        return []
    venues = Venue.objects.select_for_update(of=("self",), no_key=True)
    return list(venues.select_related("grid__parent").filter(pk__in=wanted).order_by("pk"))


def refuse_closed_venue(venue: Venue) -> None:
    if not venue.is_open:
        raise Refused(_("This venue is closed at the moment."), field="venue")


def refuse_taken(
    venue: Venue,
    begins: datetime,
    ends: datetime,
    *,
    but: Booking | None = None,
    field: str = "begins",
) -> None:
    taken = Booking.objects.filter(venue=venue).taken(begins, ends)
    if but is not None:
        taken = taken.exclude(pk=but.pk)
    if taken.exists():
        raise Refused(taken_words(venue, begins, ends, but=but), field=field)


@contextmanager
def in_a_free_time(
    venue: Venue, begins: datetime, ends: datetime, *, but: Booking | None = None
) -> Iterator[None]:
    """A part of the transaction whose conflicts with other bookings become a sentence."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", None) not in CLASH:
            raise
        raise Refused(taken_words(venue, begins, ends, but=but), field="begins") from error


def taken_words(
    venue: Venue, begins: datetime, ends: datetime, *, but: Booking | None = None
) -> str:
    """Until when it is taken, and from when on it is free for as long."""
    that_day = bookings_between(venue, begins, day_ends(begins))
    taken = [(row.begins, row.ends) for row in that_day if but is None or row.pk != but.pk]
    until = next((last for first, last in taken if first < ends and last > begins), None)
    if until is None:
        return _("Somebody else books it at this very moment. Please press once more.")
    free = next_free(taken, begins=begins, ends=ends)
    if free is None:
        words = _("Taken until {until}; that day it is not free for so long any more.")
        return words.format(until=_clock(until))
    words = _("Taken until {until}, free for so long from {free}.")
    return words.format(until=_clock(until), free=_clock(free))


def _clock(moment: datetime) -> str:
    return time_words(moment)


@dataclass(slots=True, kw_only=True)
class BookingCase:
    """What is recorded and told of one act on a booking."""

    booking: Booking
    venue: Venue
    actor: User
    changes: RecordedAndTold

    def write(self, kind: str) -> None:
        """One entry, without the words; the grid's people are told, and whoever had booked it."""
        row = self.booking
        told = {"at": row.begins.isoformat(), "until": row.ends.isoformat()}
        self.changes.entries.append(
            NewEntry(
                stream=stream_of(self.venue),
                kind=f"council.{kind}",
                actor_id=self.actor.pk,
                happened_at=self.changes.now,
                public=True,
                parameters={"booking": str(row.uid), **told},
            )
        )
        self.changes.tellings.append(self._telling(kind, {"venue": self.venue.name, **told}))
        self.changes.write_record()

    def _telling(self, kind: str, parameters: dict[str, Any]) -> Telling:
        row, grid = self.booking, self.venue.grid_id
        return Telling(
            kind=f"council.{kind}",
            parameters=parameters,
            dedupe_key=f"council.{kind}:{row.uid}:v{row.version}",
            link=address_of_calendar(self.venue, row.begins),
            subject=row.uid,
            people=frozenset({row.by_id}),
            seats=((grid, Role.GRID_WORKER), (grid, Role.GRID_HEAD)),
            but=self.actor.pk,
        )
