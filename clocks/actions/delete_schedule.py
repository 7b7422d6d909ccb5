"""Remove a set of working hours that no body uses."""

from datetime import datetime

from accounts.models import User
from accounts.security_log import Kind, note_once_done
from clocks.models import Schedule


def delete_schedule(schedule: Schedule, *, actor: User | None, now: datetime) -> None:
    """Delete `schedule`. Raises ProtectedError while a body still uses it."""
    del now
    schedule.delete()
    note_once_done(Kind.ADMINISTERED, person=actor.pk if actor else None, act="hours_removed")
