"""Remove a set of working hours that no body uses."""

from datetime import datetime

from accounts.models import User
from clocks.models import Schedule


def delete_schedule(schedule: Schedule, *, actor: User | None, now: datetime) -> None:
    """Delete `schedule`. Raises ProtectedError while a body still uses it."""
    del actor, now  # Django admin logs who did it, and when
    schedule.delete()
