"""One locked sitting, and the act that is done to its minutes."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from accounts.models import User
from council.acts.closed import refuse_closed
from council.acts.minutes import MINUTES_ACTS
from council.addresses import address_of_minutes
from council.casework.asks import SIGN
from council.casework.case import CouncilCase
from council.casework.publish import publish_after_commit
from council.enums.minutes import MinutesAct
from council.facts.viewer import Viewer
from council.minutes.sections import Section, as_data
from council.models import Meeting, MinutesPaper, MinutesVersion
from council.queries.meetings import meeting_again
from council.queries.minutes import Minutes, facts_of_minutes, versions_of
from council.queries.viewer import viewer_of
from council.refusals import WrongState
from grids.actions.record_and_tell import RecordedAndTold
from grids.queries.standing import standing_of
from ledger.bodies import SALT_BYTES


@dataclass(slots=True, kw_only=True)
class MinutesCase(CouncilCase):
    minutes: Minutes
    viewer: Viewer

    @property
    def meeting(self) -> Meeting:
        return self.minutes.meeting

    @property
    def newest(self) -> MinutesVersion:
        newest = self.minutes.newest
        if newest is None:
            raise WrongState
        return newest

    def stream(self, *, inside: bool) -> str:
        """The sitting's stream, since minutes have no stream of their own."""
        return self.meeting.stream

    def write_version(
        self, sections: Sequence[Section], *, corrects: MinutesVersion | None = None
    ) -> MinutesVersion:
        """Add a version after all that are written."""
        version = MinutesVersion.objects.create(
            meeting=self.meeting,
            number=len(self.minutes.versions) + 1,
            sections=as_data(salted(sections)),
            corrects=corrects,
            by=self.actor,
            at=self.now,
        )
        # Nobody is asked to sign the version before any more; this one is asked for separately.
        self.done(SIGN)
        want_paper(self.meeting, now=self.now)
        return version


@contextmanager
def opened_minutes(
    meeting: Meeting, act: MinutesAct, *, actor: User, now: datetime, seen: int | None = None
) -> Iterator[MinutesCase]:
    """Lock the sitting, ask again whether `actor` may, write what the block changes.

    `seen` is the version of the sitting that the actor's page showed. Raises NotYours, Stale or
    WrongState; whatever the block raises leaves nothing behind.
    """
    row = MINUTES_ACTS[act]
    with transaction.atomic():
        Meeting.objects.select_for_update().get(pk=meeting.pk)
        case = _case(meeting_again(meeting.pk), actor, now)
        version = case.meeting.version
        refuse_closed(row, case.viewer, case.minutes.facts, seen=seen, version=version)
        yield case
        case.meeting.version += 1
        case.meeting.save(update_fields=["state", "version"])
        case.changes.write_record()
        publish_after_commit(case.meeting.uid, case.meeting.version)


def _case(row: Meeting, actor: User, now: datetime) -> MinutesCase:
    viewer = viewer_of(standing_of(actor, now=now), now=now)
    versions = versions_of(row)
    return MinutesCase(
        council=row.council,
        actor=actor,
        changes=RecordedAndTold(now=now),
        subject=row.uid,
        link=address_of_minutes(row),
        viewer=viewer,
        minutes=Minutes(
            meeting=row,
            versions=versions,
            facts=facts_of_minutes(row, versions),
            viewer=viewer,
            now=now,
        ),
    )


def salted(sections: Sequence[Section]) -> list[Section]:
    """Give each section a new salt: what is known of one version must not help to guess another."""
    return [replace(section, salt=secrets.token_hex(SALT_BYTES)) for section in sections]


def want_paper(meeting: Meeting, *, now: datetime) -> None:
    """Note that the PDF is due again; the worker makes it at its next look."""
    MinutesPaper.objects.bulk_create(
        [MinutesPaper(meeting=meeting, wanted_at=now)],
        update_conflicts=True,
        unique_fields=["meeting"],
        update_fields=["wanted_at"],
    )
