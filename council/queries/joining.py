"""Which sitting a code belongs to."""

from __future__ import annotations

from council.enums.meetings import MeetingState
from council.models import Meeting

JOINABLE = (MeetingState.CALLED, MeetingState.OPEN, MeetingState.PAUSED)


def meeting_with_code(code: str) -> Meeting | None:
    """Codes are read aloud and typed by hand: case and blanks do not matter."""
    typed = "".join(code.upper().split())
    if not typed.isalnum() or not typed.isascii():
        return None
    return Meeting.objects.filter(code=typed, state__in=JOINABLE).first()
