"""Minutes of the demo: of the first sitting they are published, of the next the chair signs."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.actions.minutes.finish import finish
from council.actions.minutes.publish import publish
from council.actions.minutes.sign import sign
from council.models import Meeting
from council.queries.minutes import minutes_for
from council.queries.viewer import viewer_of
from grids.queries.standing import standing_of


def write_minutes(meeting: Meeting, *, recorder: User, now: datetime) -> None:
    """Finished, and signed by the recorder."""
    finish(meeting, actor=recorder, now=now)
    _sign(meeting, recorder, now)


def publish_minutes(meeting: Meeting, *, chair: User, recorder: User, now: datetime) -> None:
    write_minutes(meeting, recorder=recorder, now=now)
    _sign(meeting, chair, now)
    publish(meeting, actor=recorder, now=now)


def _sign(meeting: Meeting, person: User, now: datetime) -> None:
    viewer = viewer_of(standing_of(person, now=now), now=now)
    minutes = minutes_for(meeting.uid, viewer, now=now)
    assert minutes is not None
    assert minutes.newest is not None
    sign(meeting, actor=person, now=now, digest=minutes.digest_of(minutes.newest))
