"""What opens a sitting to those who come: the code they type, the key of the wall."""

from __future__ import annotations

import secrets

from council.enums.meetings import MEETING_RUNNING, MeetingState
from council.models import Meeting

# Without 0 and O, 1 and I, which nobody tells apart on a wall.
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 6


def draw_access(meeting: Meeting) -> None:
    """A code that no other sitting has now. The caller stores the row."""
    taken = Meeting.objects.filter(state__in=[MeetingState.CALLED, *MEETING_RUNNING])
    code = ""
    while not code or taken.filter(code=code).exists():
        code = "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))
    meeting.code, meeting.wall_key = code, secrets.token_urlsafe(24)[:32]


def end_access(meeting: Meeting) -> None:
    """Nobody joins it any more, and nobody is reminded. The caller stores the row."""
    meeting.code = meeting.wall_key = ""
    meeting.remind_at = None
