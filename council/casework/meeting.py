"""How a sitting changes its state, and the device that runs it."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.enums.meetings import MEETING_TRANSITIONS, MeetingState
from council.models import Lease, Meeting
from council.refusals import WrongState


def move_to(meeting: Meeting, state: MeetingState) -> None:
    """Raises WrongState for a way that the table does not have. The caller stores the row."""
    if state not in MEETING_TRANSITIONS[MeetingState(meeting.state)]:
        raise WrongState
    meeting.state = state


def give_table(meeting: Meeting, *, device: str, person: User, at: datetime) -> None:
    """From now on this device runs it, whether another one did before or none."""
    Lease.objects.bulk_create(
        [Lease(meeting=meeting, device=device, person=person, taken_at=at)],
        update_conflicts=True,
        unique_fields=["meeting"],
        update_fields=["device", "person", "taken_at"],
    )
