"""One locked sitting before it runs, and the act that is done to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from accounts.models import User
from council.acts.closed import refuse_closed
from council.acts.meetings import MEETING_ACTS
from council.addresses import address_of_meeting
from council.casework.asks import COME
from council.casework.bookings import lock_venues
from council.casework.case import CouncilCase
from council.casework.publish import publish_after_commit
from council.casework.told import people_of, told_of_this_call, write_told
from council.enums.meetings import MeetingState, ToldOf
from council.enums.planning import OF_ITS_PLACE, MeetingAct
from council.facts.meetings import MeetingFacts
from council.facts.viewer import Viewer
from council.models import Meeting
from council.queries.meetings import meeting_again, planning_facts
from council.queries.viewer import viewer_of
from council.refusals import Stale
from grids.actions.record_and_tell import RecordedAndTold
from grids.models import Venue
from grids.queries.standing import standing_of

# What was told of a sitting holds no more once something else is.
TOLD_BEFORE = frozenset(
    {"sitting_invited", "sitting_tomorrow", *(f"sitting_{of}" for of in ToldOf.values)}
)
# Whoever is asked to come today is told at once.
NEAR = timedelta(hours=12)


@dataclass(slots=True, kw_only=True)
class MeetingCase(CouncilCase):
    meeting: Meeting
    viewer: Viewer
    facts: MeetingFacts

    def stream(self, *, inside: bool) -> str:
        return self.meeting.inside_stream if inside else self.meeting.stream

    def record(
        self, kind: str, parameters: Mapping[str, Any] | None = None, *, inside: bool = False
    ) -> None:
        """Record it; while the sitting is a draft, in the stream that never goes public."""
        if not self.meeting.rehearsal:
            inside = inside or self.meeting.state == MeetingState.DRAFT
            CouncilCase.record(self, kind, parameters, inside=inside)

    def tell_everybody(self, of: ToldOf) -> None:
        """The people of the sitting, each once of each call; who was told is written down."""
        self._tell_of(people_of(self.meeting), of, f"sitting_{of}")

    def tell_the_new(self) -> None:
        """Who came to a sitting that is called already."""
        new = people_of(self.meeting) - told_of_this_call(self.meeting)
        self._tell_of(new, ToldOf.CALLED, "sitting_invited")

    def _tell_of(self, people: frozenset[int], of: ToldOf, kind: str) -> None:
        if self.meeting.rehearsal:
            return
        write_told(self.meeting, people, of, at=self.now)
        if of != ToldOf.CALLED:
            self.done(COME)
        self.tell_people(
            people,
            kind,
            key=f"c{self.meeting.calls}",
            sms=True,
            calls_for=COME if of in {ToldOf.CALLED, ToldOf.MOVED} else "",
            replaces=TOLD_BEFORE,
            settles=self.meeting.starts_at - self.now > NEAR,
            said=self.meeting.cancelled_because if of == ToldOf.CANCELLED else "",
            at=self.meeting.starts_at.isoformat(),
            place=self.meeting.where_kept,
        )


@contextmanager
def opened_meeting(
    meeting: Meeting,
    act: MeetingAct,
    *,
    actor: User,
    now: datetime,
    seen: int | None = None,
    venue: Venue | None = None,
) -> Iterator[MeetingCase]:
    """Lock venue and sitting, ask again whether `actor` may, write what the block changes.

    `seen` is the version the actor's page showed, `venue` where the sitting shall move to. Raises
    NotYours, Stale or WrongState; whatever the block raises leaves nothing behind.
    """
    with transaction.atomic():
        row = _lock(meeting.pk, act, venue)
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        facts = planning_facts(row, viewer, now=now)
        refuse_closed(MEETING_ACTS[act], viewer, facts, seen=seen, version=row.version)
        case = MeetingCase(
            council=row.council,
            actor=actor,
            changes=RecordedAndTold(now=now),
            subject=row.uid,
            link=address_of_meeting(row),
            meeting=row,
            viewer=viewer,
            facts=facts,
        )
        yield case
        row.version += 1
        row.save()
        case.changes.write_record()
        publish_after_commit(row.uid, row.version)


def _lock(key: int, act: MeetingAct, venue: Venue | None) -> Meeting:
    """Lock the venue, then the sitting, and only then read the sitting with what is joined to it.

    Rows that are joined in the locking statement could be from before the wait for the lock.
    """
    if act in OF_ITS_PLACE:
        known = Meeting.objects.values_list("venue_id", "version").get(pk=key)
        lock_venues([known[0], None if venue is None else venue.pk])
    locked = Meeting.objects.select_for_update().get(pk=key)
    if act in OF_ITS_PLACE and locked.venue_id != known[0]:
        # It moved while this one waited; the page that was seen is old in any case.
        raise Stale(known[1])
    return meeting_again(key)
