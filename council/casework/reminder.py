"""When the people of a sitting are reminded of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from council.models import Meeting

AHEAD = timedelta(days=1)


def set_reminder(meeting: Meeting, *, now: datetime) -> None:
    """None where it is called less than a day before: nobody is told twice within hours.

    The caller stores the row.
    """
    due = meeting.starts_at - AHEAD
    meeting.remind_at = due if due > now and not meeting.rehearsal else None
