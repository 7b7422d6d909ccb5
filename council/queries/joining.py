"""Which sitting a code belongs to."""

from __future__ import annotations

from council.enums.meetings import MeetingState
from council.models import Meeting
from grids.codes import plain_code

JOINABLE = (MeetingState.CALLED, MeetingState.OPEN, MeetingState.PAUSED)


def meeting_with_code(code: str) -> Meeting | None:
    """Codes are read aloud and typed by hand: case, width and blanks do not matter."""
    typed = plain_code(code)
    if not typed.isalnum() or not typed.isascii():
        return None
    return Meeting.objects.filter(code=typed, state__in=JOINABLE).first()
