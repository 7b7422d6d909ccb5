"""Venues and what is booked there: locked in order, and a conflict is told in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.addresses import address_of_calendar
from council.models import Booking
from council.order.bookings import problem_of
from council.queries.bookings import stream_of, taken_words
from grids.actions.record_and_tell import RecordedAndTold
from grids.enums import Role
from grids.models import Venue
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


@dataclass(slots=True, kw_only=True)
class BookingCase:
    """What is recorded and told of one act on a booking."""

    booking: Booking
    venue: Venue
    actor: User
    changes: RecordedAndTold

    def write(self, kind: str) -> None:
        """Record the act without its words; tell the grid's people and whoever had booked it."""
        row, grid = self.booking, self.venue.grid_id
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
        self.changes.tell(
            f"council.{kind}",
            subject=row.uid,
            key=f"v{row.version}",
            actor=self.actor,
            people=[row.by_id],
            seats=((grid, Role.GRID_WORKER), (grid, Role.GRID_HEAD)),
            parameters={"venue": self.venue.name, **told},
            link=address_of_calendar(self.venue, row.begins),
        )
        self.changes.write_record()
