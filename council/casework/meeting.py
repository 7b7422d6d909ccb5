"""How a sitting changes its state."""

from __future__ import annotations

from council.enums.meetings import MEETING_TRANSITIONS, MeetingState
from council.models import Meeting
from council.refusals import WrongState


def move_to(meeting: Meeting, state: MeetingState) -> None:
    """Raises WrongState for a way that the table does not have. The caller stores the row."""
    if state not in MEETING_TRANSITIONS[MeetingState(meeting.state)]:
        raise WrongState
    meeting.state = state
