"""The sitting ends, and its minutes stand."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from council.actions.meetings.close import close
from council.actions.meetings.open import open_sitting
from council.actions.meetings.pause import pause
from council.actions.presence.arrive import arrive
from council.enums.meetings import MeetingState
from council.inputs import Sent
from council.models import Council
from council.queries.minutes import sections_of
from tests.council.conftest import NOW
from tests.council.held import a_meeting, drafted, line, seat
from tests.world import World

pytestmark = pytest.mark.django_db


def sent(at: datetime) -> Sent:
    return Sent(uid=uuid4(), device="table", happened_at=at)


def test_closing_a_sitting_drafts_its_minutes(world: World, council: Council) -> None:
    seat(world, council)
    meeting = a_meeting(world, council)
    later = NOW + timedelta(minutes=20)
    chair = world.grid_head
    open_sitting(meeting, actor=chair, now=NOW, sent=sent(NOW))
    roll = line(meeting, world.resident).uid
    arrive(meeting, actor=chair, now=NOW, sent=sent(NOW), roll=roll)
    pause(meeting, actor=chair, now=later, sent=sent(later))
    close(meeting, actor=chair, now=later, sent=sent(later))
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.CLOSED
    found = {one.key: one for one in sections_of(drafted(meeting))}
    assert len(found["presence"].tables[0].rows) == 1
    assert list(found["presence"].commands) == [3]
    assert list(found["sitting"].commands) == [2, 4, 5]
